package dev.idem.sample.demo;

import dev.idem.sample.SampleApplication;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.system.ApplicationHome;

/** One gateway in a JVM of its own. It ends with the demo, whatever happens. */
final class Instance implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Ready: POST (http://\\S+)");
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 5;
    private static final int REMEMBERED_LINES = 30;

    private final Process process;
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final Deque<String> lastLines = new ArrayDeque<>();

    private Instance(Process process) {
        this.process = process;
    }

    /** Starts a gateway without waiting for it. */
    static Instance start(List<String> arguments) {
        ProcessBuilder builder = new ProcessBuilder(command(arguments)).redirectErrorStream(true);
        builder.environment().remove("ANTHROPIC_API_KEY");
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            Instance instance = new Instance(process);
            Thread reader = new Thread(instance::readOutput, "output of gateway " + process.pid());
            reader.setDaemon(true);
            reader.start();
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException("no further JVM could be started", e);
        }
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
        File source = new ApplicationHome(SampleApplication.class).getSource();
        if (source != null && source.isFile()) {
            command.addAll(List.of("-jar", source.getPath()));
        } else {
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), SampleApplication.class.getName()));
        }
        command.addAll(arguments);
        return command;
    }

    private void readOutput() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(this::readLine);
        } catch (IOException | UncheckedIOException e) {
            readLine("(" + e.getMessage() + ")");
        }
        address.completeExceptionally(new EOFException("no more output"));
    }

    private void readLine(String line) {
        synchronized (lastLines) {
            lastLines.addLast(line);
            if (lastLines.size() > REMEMBERED_LINES) {
                lastLines.removeFirst();
            }
        }
        Matcher ready = READY.matcher(line);
        if (ready.find()) {
            address.complete(URI.create(ready.group(1)));
        }
    }

    private String lastLines() {
        synchronized (lastLines) {
            return String.join("\n", lastLines);
        }
    }

    /** Where to post to; waits until the gateway is ready. */
    URI address() {
        try {
            return address.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a gateway ended at its start:\n" + lastLines(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("a gateway was not ready in " + START_SECONDS + " s:\n" + lastLines(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Ends it at once, with nothing cleaned up. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to end. */
    void terminate() {
        process.destroy();
    }

    @Override
    public void close() {
        if (!awaitEnd()) {
            kill();
        }
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
