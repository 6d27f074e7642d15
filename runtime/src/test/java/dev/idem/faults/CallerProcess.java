package dev.idem.faults;

import dev.idem.testing.Signals;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The JVM of one caller. It ends with this object, with the JVM that started it, or when its input does. */
final class CallerProcess implements AutoCloseable {

    private static final long STARTING_SECONDS = 60;
    private static final long SETTLING_SECONDS = Caller.SETTLING.toSeconds() * 2 + 30;

    private final CallerSettings settings;
    private final Process process;
    private final BufferedReader words;

    /** Starts the JVM. It calls as soon as it can. */
    CallerProcess(CallerSettings settings) {
        this.settings = settings;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=dev/idem/faults/logback.xml",
                "-cp",
                classPath(),
                Caller.class.getName()));
        command.addAll(settings.toArguments());
        try {
            process = new ProcessBuilder(command)
                    .redirectError(Path.of(settings.history() + ".log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        words = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    }

    String name() {
        return settings.name();
    }

    Path history() {
        return settings.history();
    }

    /** Ends its input, as the death of the laboratory would, and waits until it has ended for that. */
    void orphan() throws IOException {
        process.getOutputStream().close();
        process.onExit().orTimeout(STARTING_SECONDS, TimeUnit.SECONDS).join();
    }

    void awaitLoading() {
        await("loading", STARTING_SECONDS);
    }

    /** Tells it to end its load and to ask for every key once more. */
    void settle() {
        try {
            BufferedWriter orders =
                    new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII));
            orders.write("settle\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitSettled() {
        await("settled", SETTLING_SECONDS);
    }

    void stop() {
        Signals.stop(process);
    }

    void resume() {
        Signals.resume(process);
    }

    /** Ends the JVM at once, as a crash would, and waits until it is gone. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private void await(String word, long seconds) {
        String said = CompletableFuture.supplyAsync(this::readLine)
                .orTimeout(seconds, TimeUnit.SECONDS)
                .join();
        if (!word.equals(said)) {
            throw new IllegalStateException(name() + " said " + said + " instead of " + word);
        }
    }

    private String readLine() {
        try {
            return String.valueOf(words.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
