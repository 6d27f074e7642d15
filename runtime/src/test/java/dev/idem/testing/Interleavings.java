package dev.idem.testing;

import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.Lincheck;
import org.jspecify.annotations.Nullable;

/** Runs small tasks beside each other in the orders that a model checker chooses. */
public final class Interleavings {

    private static final int TRIALS = 100;

    private Interleavings() {}

    /** Tries a scenario, which is to fail in some order if the code under test is wrong. */
    public static void explore(Runnable scenario) {
        Lincheck.runConcurrentTest(TRIALS, scenario);
    }

    /** Runs tasks on threads of their own, and waits for all of them. Within a scenario only. */
    public static void together(Runnable... tasks) {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread[] threads = new Thread[tasks.length];
        for (int i = 0; i < tasks.length; i++) {
            threads[i] = begin(tasks[i], failure);
        }
        for (Thread thread : threads) {
            join(thread);
        }
        if (failure.get() != null) {
            throw new AssertionError(failure.get());
        }
    }

    private static Thread begin(Runnable task, AtomicReference<@Nullable Throwable> failure) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        thread.start();
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
