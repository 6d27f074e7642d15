package dev.idem.testing;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What a process can be told from outside. */
public final class Signals {

    private Signals() {}

    /** Stops the process's clock, without its knowledge. */
    public static void stop(Process process) {
        send("STOP", process);
    }

    /** Lets a stopped process go on. */
    public static void resume(Process process) {
        send("CONT", process);
    }

    private static void send(String signal, Process process) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
