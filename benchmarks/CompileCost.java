import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the processor adds to a compilation: the same guarded methods are compiled with it, and with what it generates
 * already there. Run it from the root of the project, after {@code mvn package -DskipTests}:
 *
 * <pre>java benchmarks/CompileCost.java</pre>
 */
public final class CompileCost {

    private static final int METHODS_PER_TYPE = 10;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 7;
    private static final String TYPE =
            """
            package shop;

            import dev.idem.IdempotentCall;
            import java.math.BigDecimal;
            import java.util.List;

            class Desk%1$d {
                record Line%1$d(String sku, int count, BigDecimal price) {}
                record Order%1$d(String id, String customer, List<Line%1$d> lines) {}
            %2$s}
            """;
    private static final String METHOD =
            """
                @IdempotentCall(operation = "desk%1$d.place%2$d", ttl = "PT1H")
                public String place%2$d(Order%1$d order, String channel, long version) {
                    return order.id() + channel + version;
                }
            """;

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final Path work;

    private CompileCost(Path work) {
        this.work = work;
    }

    public static void main(String[] arguments) throws IOException {
        CompileCost cost = new CompileCost(Files.createTempDirectory("compile-cost"));
        System.out.printf("JDK %s, CPU time, median of %d rounds%n", System.getProperty("java.version"), ROUNDS);
        System.out.printf("%10s %18s %18s %8s%n", "methods", "with processor", "generated before", "more");
        for (int methods : new int[] {1_000, 100, 1_000}) {
            cost.measure(methods);
        }
    }

    private void measure(int methods) throws IOException {
        Path root = Files.createDirectories(work.resolve(Integer.toString(methods)));
        Path generated = Files.createDirectories(root.resolve("generated"));
        List<Path> sources = write(methods, root);
        compile(sources, root, "-processorpath", processorPath(), "-s", generated.toString());
        List<Path> all = new ArrayList<>(sources);
        all.addAll(javaFiles(generated));
        Path again = Files.createDirectories(root.resolve("again"));
        long[] with = new long[ROUNDS];
        long[] without = new long[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long first = compile(sources, root, "-processorpath", processorPath(), "-s", again.toString());
            long second = compile(all, root, "-proc:none");
            if (round >= 0) {
                with[round] = first;
                without[round] = second;
            }
        }
        report(methods, median(with), median(without));
    }

    private static void report(int methods, double with, double without) {
        System.out.printf(
                Locale.ROOT,
                "%10d %15.0f ms %15.0f ms %6.0f %%%n",
                methods,
                with / 1e6,
                without / 1e6,
                100 * (with / without - 1));
    }

    /** Nanoseconds of the compiling thread, so that other work on the machine counts little. */
    private long compile(List<Path> sources, Path root, String... options) throws IOException {
        Path classes = Files.createDirectories(root.resolve("classes"));
        List<String> all = new ArrayList<>(List.of("-d", classes.toString(), "-cp", classPath(), "--release", "17"));
        all.addAll(List.of(options));
        StringWriter messages = new StringWriter();
        long start = cpuTime();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            messages, files, null, all, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!done) {
                throw new IllegalStateException(messages.toString());
            }
        }
        return cpuTime() - start;
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<Path> write(int methods, Path root) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (int type = 0; type < methods / METHODS_PER_TYPE; type++) {
            StringBuilder body = new StringBuilder();
            for (int method = 0; method < METHODS_PER_TYPE; method++) {
                body.append(METHOD.formatted(type, method));
            }
            sources.add(Files.writeString(root.resolve("Desk" + type + ".java"), TYPE.formatted(type, body)));
        }
        return sources;
    }

    private static List<Path> javaFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String classPath() {
        return "runtime/target/classes" + java.io.File.pathSeparator + library("org/jspecify/jspecify");
    }

    private static String processorPath() {
        return "processor/target/classes" + java.io.File.pathSeparator + library("com/palantir/javapoet/javapoet");
    }

    /** The newest jar of a library that the build has loaded. */
    private static Path library(String folder) {
        Path repository = Path.of(System.getProperty(
                "maven.repo.local", System.getProperty("user.home") + "/.m2/repository"));
        try (Stream<Path> files = Files.walk(repository.resolve(folder))) {
            return files.filter(file -> file.toString().matches(".*[0-9]\\.jar"))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new IllegalStateException("Build the project first: no jar in " + folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
