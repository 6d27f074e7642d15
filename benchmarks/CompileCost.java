import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the processor adds to a compilation. The same guarded methods are compiled with what it generates already there,
 * with a processor that does nothing but write the same files (the floor of any processor), and with the processor
 * itself; in a warm compiler, and in a {@code javac} process of its own. Run it from the root of the project, after
 * {@code mvn package -DskipTests}:
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
    private final Path root;
    private final List<Path> sources;
    private final Path generated;

    private CompileCost(Path root, int methods) throws IOException {
        this.root = root;
        this.generated = Files.createDirectories(root.resolve("generated"));
        this.sources = write(methods);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("compile-cost");
        System.out.printf("JDK %s, ms, medians of %d rounds: CPU time, and time on the clock%n", System.getProperty("java.version"), ROUNDS);
        for (int methods : new int[] {1_000, 100}) {
            CompileCost cost = new CompileCost(Files.createTempDirectory(work, "run"), methods);
            cost.prepare();
            cost.measure(methods + " methods, warm compiler", WARM_UP, cost::warm);
            cost.measure(methods + " methods, own process", 1, cost::inProcess);
        }
    }

    /** Compiles the copier, and generates what it copies. */
    private void prepare() throws IOException {
        compile(List.of("-proc:none", "-d", root.toString()), List.of(Path.of("benchmarks", "CopyingProcessor.java")));
        List<String> options = new ArrayList<>(Way.PROCESSOR.options(this));
        options.addAll(List.of("-d", generated.toString(), "-s", generated.toString()));
        compile(options, sources);
        Files.createDirectories(root.resolve("classes"));
        Files.createDirectories(root.resolve("written"));
    }

    private void measure(String title, int warmUp, Clock clock) throws IOException, InterruptedException {
        Map<Way, List<Took>> times = new EnumMap<>(Way.class);
        for (int round = -warmUp; round < ROUNDS; round++) {
            for (Way way : Way.values()) {
                Took took = clock.time(arguments(way), way == Way.GENERATED_BEFORE ? withGenerated() : sources);
                if (round >= 0) {
                    times.computeIfAbsent(way, unused -> new ArrayList<>()).add(took);
                }
            }
        }
        Took before = median(times.get(Way.GENERATED_BEFORE));
        System.out.println(title);
        times.forEach((way, all) -> {
            Took took = median(all);
            System.out.printf(
                    Locale.ROOT,
                    "%20s %8.0f %+6.0f %% %8.0f %+6.0f %%%n",
                    way,
                    took.cpu(),
                    100 * (took.cpu() / before.cpu() - 1),
                    took.wall(),
                    100 * (took.wall() / before.wall() - 1));
        });
    }

    private List<String> arguments(Way way) {
        List<String> arguments = new ArrayList<>(way.options(this));
        arguments.addAll(List.of("-d", root.resolve("classes").toString()));
        arguments.addAll(List.of("-s", root.resolve("written").toString()));
        return arguments;
    }

    /** CPU time of the compiling thread, so that other work on the machine counts little. */
    private Took warm(List<String> options, List<Path> files) throws IOException {
        long clock = System.nanoTime();
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        compile(options, files);
        long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        return new Took((end - start) / 1e6, (System.nanoTime() - clock) / 1e6);
    }

    private void compile(List<String> options, List<Path> files) throws IOException {
        List<String> all = new ArrayList<>(List.of("-cp", classPath(), "--release", "17"));
        all.addAll(options);
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    messages, manager, null, all, null, manager.getJavaFileObjectsFromPaths(files));
            if (!task.call()) {
                throw new IllegalStateException(messages.toString());
            }
        }
    }

    /** CPU time of all threads of a new {@code javac}, its start and its own compiler included. */
    private Took inProcess(List<String> options, List<Path> files) throws IOException, InterruptedException {
        Path names = Files.write(root.resolve("names"), files.stream().map(Path::toString).toList());
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" && times", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(List.of("-cp", classPath(), "--release", "17"));
        command.addAll(options);
        command.add("@" + names);
        long clock = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
        return new Took(ofChildren(output), (System.nanoTime() - clock) / 1e6);
    }

    /** The last line of what {@code times} prints: user and system time of the children, as {@code 0m1.23s}. */
    private static double ofChildren(String output) {
        List<String> lines = output.strip().lines().toList();
        List<MatchResult> times =
                Pattern.compile("(\\d+)m([\\d.]+)s").matcher(lines.get(lines.size() - 1)).results().toList();
        return times.stream()
                .mapToDouble(time -> 60_000 * Long.parseLong(time.group(1)) + 1_000 * Double.parseDouble(time.group(2)))
                .sum();
    }

    private List<Path> write(int methods) throws IOException {
        List<Path> written = new ArrayList<>();
        for (int type = 0; type < methods / METHODS_PER_TYPE; type++) {
            StringBuilder body = new StringBuilder();
            for (int method = 0; method < METHODS_PER_TYPE; method++) {
                body.append(METHOD.formatted(type, method));
            }
            written.add(Files.writeString(root.resolve("Desk" + type + ".java"), TYPE.formatted(type, body)));
        }
        return written;
    }

    private List<Path> withGenerated() throws IOException {
        try (Stream<Path> files = Files.walk(generated)) {
            return Stream.concat(sources.stream(), files.filter(file -> file.toString().endsWith(".java"))).toList();
        }
    }

    private static String classPath() {
        return "runtime/target/classes" + File.pathSeparator + library("org/jspecify/jspecify");
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

    private static Took median(List<Took> all) {
        return new Took(median(all, Took::cpu), median(all, Took::wall));
    }

    private static double median(List<Took> all, ToDoubleFunction<Took> time) {
        return all.stream().mapToDouble(time).sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }

    /** Milliseconds of one compilation. */
    private record Took(double cpu, double wall) {}

    private enum Way {
        GENERATED_BEFORE {
            @Override
            List<String> options(CompileCost cost) {
                return List.of("-proc:none");
            }
        },
        COPIED {
            @Override
            List<String> options(CompileCost cost) {
                return List.of(
                        "-processor", "CopyingProcessor", "-processorpath", cost.root.toString(), "-Aready=" + cost.generated);
            }
        },
        PROCESSOR {
            @Override
            List<String> options(CompileCost cost) {
                return List.of("-processorpath", "processor/target/classes");
            }
        };

        abstract List<String> options(CompileCost cost);
    }

    private interface Clock {
        Took time(List<String> options, List<Path> files) throws IOException, InterruptedException;
    }
}
