package dev.idem.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A clock that moves when told to, and runs what has come due on the thread that moves it. */
final class ManualTimer implements Timer {

    private final List<Task> tasks = new ArrayList<>();
    private long now;

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized Scheduled schedule(Duration delay, Runnable action) {
        Task task = new Task(now + delay.toNanos(), action);
        tasks.add(task);
        return () -> cancel(task);
    }

    @Override
    public void close() {}

    /** Moves the clock, task by task. */
    void advance(Duration time) {
        long end = nanoTime() + time.toNanos();
        for (Optional<Task> due = next(end); due.isPresent(); due = next(end)) {
            due.get().action.run();
        }
        moveTo(end);
    }

    /** How many tasks wait for their time. */
    synchronized int pending() {
        return tasks.size();
    }

    /** Moves the clock without running what has become due. */
    synchronized void moveTo(long time) {
        now = Math.max(now, time);
    }

    private synchronized void cancel(Task task) {
        tasks.remove(task);
    }

    private synchronized Optional<Task> next(long end) {
        Optional<Task> due =
                tasks.stream().filter(task -> task.time <= end).min(Comparator.comparingLong(task -> task.time));
        due.ifPresent(task -> {
            tasks.remove(task);
            now = Math.max(now, task.time);
        });
        return due;
    }

    private static final class Task {

        private final long time;
        private final Runnable action;

        Task(long time, Runnable action) {
            this.time = time;
            this.action = action;
        }
    }
}
