package dev.idem.faults;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Appends what happens in one JVM to a file, one line and one write each, so that a line is there whatever becomes of the
 * JVM after it. Times are those of the machine's monotonic clock, which all JVMs of a machine share. Thread-safe.
 */
final class HistoryWriter implements AutoCloseable {

    private final FileOutputStream file;

    HistoryWriter(Path path) {
        try {
            this.file = new FileOutputStream(path.toFile(), /* append= */ true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody asks for an answer. */
    void called(String call, Request request, boolean settling) {
        write("call", call, request.address(), request.content(), settling ? "settling" : "loading");
    }

    /** The guarded method begins. */
    void begins(String call) {
        write("begins", call);
    }

    /** The guarded method is about to end: with its own failure, or by returning. */
    void ends(String call, boolean returns) {
        write("ends", call, Boolean.toString(returns));
    }

    /** The caller has an answer. */
    void answered(String call, String result) {
        write("answer", call, result);
    }

    /** The caller was refused, or got what the method threw. */
    void failed(String call, Throwable failure) {
        write("failure", call, failure.getClass().getSimpleName());
    }

    /** Something did not answer, or did not go on, between two times. */
    void gap(String kind, long begin, long end) {
        write("gap", kind, Long.toString(begin), Long.toString(end));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void write(String... words) {
        String line = String.join(" ", words) + ' ' + System.nanoTime() + '\n';
        try {
            file.write(line.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
