package dev.idem.benchmark.remote;

import dev.idem.benchmark.Mode;
import dev.idem.benchmark.report.Figure;
import dev.idem.benchmark.report.Figures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The process of the remote suite. */
public final class RemoteMain {

    private RemoteMain() {}

    /** Takes the address of a server, the mode, and the file for the figures. */
    public static void main(String[] arguments) throws Exception {
        String redis = arguments[0];
        Mode mode = Mode.valueOf(arguments[1]);
        List<Figure> figures = new ArrayList<>();
        try (RemotePeers peers = new RemotePeers(redis)) {
            figures.addAll(new RoundTrips(peers, mode).measure());
            figures.addAll(new Commands(peers, redis).count());
        }
        figures.addAll(new LastOfMany(redis, mode).measure());
        new Figures("", figures).write(Path.of(arguments[2]));
    }
}
