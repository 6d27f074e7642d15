package dev.idem.engine;

import java.time.Duration;

/** The passing of time, as far as the engine knows it. Thread-safe. */
interface Timer extends AutoCloseable {

    /** A monotonic clock, in nanoseconds from an arbitrary origin. */
    long nanoTime();

    /** Runs a short task once, after the delay, on a thread of the timer. */
    Scheduled schedule(Duration delay, Runnable task);

    /** Runs no further task. */
    @Override
    void close();

    /** A task that has not run yet. */
    @FunctionalInterface
    interface Scheduled {

        void cancel();
    }
}
