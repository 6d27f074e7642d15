package dev.idem.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Whatever is scheduled is due when the test says so: small enough for a model checker. */
final class DueTimer implements Timer {

    private final Deque<Runnable> tasks = new ArrayDeque<>();

    @Override
    public long nanoTime() {
        return 0;
    }

    @Override
    public synchronized Scheduled schedule(Duration delay, Runnable task) {
        tasks.add(task);
        return () -> cancel(task);
    }

    /** Runs the task that was scheduled first, if there is one. */
    void fire() {
        @Nullable Runnable due = next();
        if (due != null) {
            due.run();
        }
    }

    synchronized int pending() {
        return tasks.size();
    }

    @Override
    public void close() {}

    private synchronized @Nullable Runnable next() {
        return tasks.poll();
    }

    private synchronized void cancel(Runnable task) {
        tasks.remove(task);
    }
}
