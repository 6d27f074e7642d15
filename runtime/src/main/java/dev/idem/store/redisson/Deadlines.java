package dev.idem.store.redisson;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/*
 * All answers have the same time, so that the first to be awaited is the first to be late: a queue is enough, and one
 * sweep for as many answers as come in the time of one. A timer of its own for each answer would wake a thread with each.
 */
/** Lets answers fail that do not come in time. Thread-safe. */
final class Deadlines {

    private final long nanos;
    private final LongSupplier clock;
    private final Delay delay;
    private final Queue<Awaited> awaited = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean sweeping = new AtomicBoolean();

    /** Deadlines by the system's clock, kept on a thread that the JDK has for that. */
    Deadlines(Duration timeout) {
        this(timeout, System::nanoTime, Deadlines::later);
    }

    Deadlines(Duration timeout, LongSupplier clock, Delay delay) {
        this.nanos = timeout.toNanos();
        this.clock = clock;
        this.delay = delay;
    }

    private static void later(long nanos, Runnable task) {
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, Runnable::run)
                .execute(task);
    }

    /** The answer fails with a {@link TimeoutException} if it is not there in time, counted from now. */
    @SuppressWarnings("FutureReturnValueIgnored") // the answer is the caller's, who hears of its failure
    void limit(CompletableFuture<?> answer) {
        Awaited added = new Awaited(answer, clock.getAsLong() + nanos);
        awaited.add(added);
        answer.whenComplete((value, failure) -> added.forget());
        sweepInTime();
    }

    private void sweepInTime() {
        if (sweeping.compareAndSet(false, true)) {
            Awaited first = awaited.peek();
            delay.run(first == null ? 0 : first.deadline - clock.getAsLong(), this::sweep);
        }
    }

    private void sweep() {
        for (Awaited first = awaited.peek();
                first != null && first.isOverAt(clock.getAsLong());
                first = awaited.peek()) {
            awaited.remove();
            first.fail();
        }
        sweeping.set(false);
        if (!awaited.isEmpty()) {
            sweepInTime();
        }
    }

    /** Runs a task after so many nanoseconds; at once, if they are none or fewer. */
    @FunctionalInterface
    interface Delay {

        void run(long nanos, Runnable task);
    }

    /** An answer and its time. One that has come is let go at once, though its place in the queue stays. */
    private static final class Awaited {

        private final long deadline;
        private volatile @Nullable CompletableFuture<?> answer;

        Awaited(CompletableFuture<?> answer, long deadline) {
            this.answer = answer;
            this.deadline = deadline;
        }

        void forget() {
            answer = null;
        }

        boolean isOverAt(long time) {
            return answer == null || deadline - time <= 0;
        }

        void fail() {
            CompletableFuture<?> late = answer;
            if (late != null) {
                late.completeExceptionally(new TimeoutException());
            }
        }
    }
}
