package dev.idem.benchmark.growth;

import dev.idem.benchmark.Mode;
import dev.idem.benchmark.report.Figure;
import dev.idem.benchmark.report.Figures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The process of the growth suite. */
public final class GrowthMain {

    private GrowthMain() {}

    /** Options of its JVM: room for a million records, and for as many waiting threads as are measured. */
    public static List<String> jvmOptions() {
        return List.of(
                "-Xmx8g",
                "-Xss256k",
                "-Didem.local.maximum-weight=6GB",
                "-Didem.max-outcome-size=4MB",
                "-Didem.max-waiting-threads=20000");
    }

    /** Takes the address of a server, the mode, and the file for the figures. */
    public static void main(String[] arguments) throws Exception {
        String redis = arguments[0];
        Mode mode = Mode.valueOf(arguments[1]);
        List<Figure> figures = new ArrayList<>();
        figures.addAll(new LiveKeys(mode).measure());
        figures.addAll(new Operations(mode).measure());
        try (Server server = new Server(redis)) {
            figures.addAll(new LiveKeysInRedis(server, mode).measure());
            figures.addAll(new Payloads(server, mode).measure());
            figures.addAll(new ServerWork(server, mode.choose(5_000, 100_000)).measure());
        }
        figures.addAll(new Waiting(redis, mode).measure());
        new Figures("", figures).write(Path.of(arguments[2]));
    }
}
