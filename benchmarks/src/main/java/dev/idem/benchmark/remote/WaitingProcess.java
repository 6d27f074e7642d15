package dev.idem.benchmark.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.idem.benchmark.peer.Peer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The other process, in which many threads wait: {@link WaitingMain}. Lines go in and out. */
final class WaitingProcess implements AutoCloseable {

    private final Process process;
    private final PrintStream in;
    private final BufferedReader out;

    private WaitingProcess(Process process) {
        this.process = process;
        this.in = new PrintStream(process.getOutputStream(), /* autoFlush= */ true, UTF_8);
        this.out = process.inputReader(UTF_8);
    }

    static WaitingProcess start(String redis, List<Peer> peers) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        WaitingMain.class.getName(),
                        redis,
                        String.join(",", peers.stream().map(Peer::name).toList()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        WaitingProcess waiting = new WaitingProcess(process);
        waiting.expect(WaitingMain.READY);
        return waiting;
    }

    /** Lets the threads ask for a call, of the contender with this index, and returns when all of them wait. */
    void ask(int peer, long seed) throws IOException {
        in.println(peer + " " + seed);
        expect(WaitingMain.WAITING);
    }

    /** When the last thread had its answer, by {@link System#nanoTime()}. */
    long last() throws IOException {
        return Long.parseLong(line());
    }

    private void expect(String expected) throws IOException {
        String line = line();
        if (!line.equals(expected)) {
            throw new IOException("The waiting process said: " + line);
        }
    }

    private String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("The waiting process has ended.");
        }
        return line;
    }

    /** It ends by itself when nothing more can come; else it is ended. */
    @Override
    public void close() {
        in.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
