package dev.idem.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.awaitility.Awaitility;

/**
 * A Redis server on a free loopback port, from the binary inside a Maven artifact. Ends with the JVM at the latest.
 */
public final class RedisProcess implements AutoCloseable {

    private static final String VERSION = "7.0.15";
    private static final int BUS_OFFSET = 10_000;
    private static final int MAX_PORT = 65_535 - BUS_OFFSET;

    private final Path directory;
    private final int port;
    private final Process process;

    private RedisProcess(Path directory, int port, Process process) {
        this.directory = directory;
        this.port = port;
        this.process = process;
    }

    /** Whether there is a binary for this platform. Elsewhere tests that stop their server cannot run. */
    public static boolean isAvailable() {
        return RedisProcess.class.getResource(resource()) != null;
    }

    /** Starts a server without persistence and waits until it answers. */
    public static RedisProcess start(String... options) {
        return startOn(freePort(), options);
    }

    /** Starts a server on a port of one's choice, such as that of a server that was killed. */
    public static RedisProcess startOn(int port, String... options) {
        return start(port, directory -> server(directory, port, options));
    }

    /** Starts a Sentinel that watches a master, together with as many others as make a majority of three. */
    public static RedisProcess startSentinel(String master, int masterPort) {
        int port = freePort();
        return start(port, directory -> sentinel(directory, port, master, masterPort));
    }

    private static RedisProcess start(int port, Function<Path, List<String>> arguments) {
        try {
            Path directory = Files.createTempDirectory("idem-redis-");
            Process process = launch(directory, arguments.apply(directory));
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            RedisProcess redis = new RedisProcess(directory, port, process);
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(redis::answers);
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code redis://127.0.0.1:<port>}. */
    public String address() {
        return "redis://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** The server's reply to a command, as {@link RedisConsole} writes it. */
    public String ask(String command) {
        return RedisConsole.ask(port, command);
    }

    /** Ends the server at once, as a crash would, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Stops the server's clock: connections stay open and nothing answers. */
    public void pause() {
        Signals.stop(process);
    }

    /** Lets a paused server go on. */
    public void resume() {
        Signals.resume(process);
    }

    /** Ends the server and removes its files. Closing twice changes nothing. */
    @Override
    public void close() {
        kill();
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            socket.setSoTimeout(500);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> server(Path directory, int port, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--dir",
                directory.toString(),
                "--save",
                "",
                "--appendonly",
                "no"));
        arguments.addAll(Arrays.asList(options));
        return arguments;
    }

    /** A Sentinel keeps what it learns in its configuration, so it needs a file. */
    private static List<String> sentinel(Path directory, int port, String master, int masterPort) {
        Path file = directory.resolve("sentinel.conf");
        try {
            Files.write(
                    file,
                    List.of(
                            "bind 127.0.0.1",
                            "port " + port,
                            "dir " + directory,
                            "sentinel monitor " + master + " 127.0.0.1 " + masterPort + " 2",
                            "sentinel down-after-milliseconds " + master + " 1000",
                            "sentinel failover-timeout " + master + " 5000"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(file.toString(), "--sentinel");
    }

    private static Process launch(Path directory, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(binary(directory).toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("redis.log").toFile())
                .start();
    }

    private static Path binary(Path directory) throws IOException {
        try (InputStream binary = RedisProcess.class.getResourceAsStream(resource())) {
            if (binary == null) {
                throw new IllegalStateException("No Redis binary for this platform (" + resource()
                        + "). Name a running server instead: IDEM_TEST_REDIS=redis://host:port");
            }
            Path file = directory.resolve("redis-server");
            Files.copy(binary, file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            return file;
        }
    }

    private static String resource() {
        return "/redis-server-" + VERSION + '-' + platform();
    }

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String cpu = arch.equals("aarch64") ? "arm64" : "amd64";
        return (os.contains("mac") ? "darwin-" : "linux-") + cpu;
    }

    /** A free port whose cluster bus port exists too. */
    public static int freePort() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (socket.getLocalPort() <= MAX_PORT) {
                    return socket.getLocalPort();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("No free port below " + MAX_PORT);
    }
}
