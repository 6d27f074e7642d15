package dev.idem.engine;

import dev.idem.LogEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The attempts of one call, over all the claims that it needs for them. Used by one thread at a time. */
final class Attempts {

    private static final Logger log = LoggerFactory.getLogger(Attempts.class);

    private final Call call;
    private final EngineParts parts;
    private int begun;
    private Retrier.@Nullable Schedule schedule;

    /** The attempts of a call that has not been tried yet. */
    Attempts(Call call, EngineParts parts) {
        this.call = call;
        this.parts = parts;
    }

    /**
     * Makes attempts on this thread, and waits here between them. An interrupt ends the waiting, and with it the attempts;
     * the thread's interrupt flag is kept.
     *
     * @param mayBegin whether a further attempt may begin on the claim that is held
     * @return what the first one returns that does not fail
     * @throws ClaimLostException if the next one needs another claim
     * @throws Throwable the last one's failure, if there is none after it
     */
    @Nullable
    Object make(BooleanSupplier mayBegin, Attempt method) throws Throwable {
        while (true) {
            try {
                return method.make(next());
            } catch (Throwable failure) {
                Optional<Duration> delay = delayAfter(failure);
                if (delay.isEmpty() || !pass(delay.get())) {
                    throw failure;
                }
            }
            if (!mayBegin.getAsBoolean()) {
                throw new ClaimLostException();
            }
        }
    }

    /**
     * Begins the first of these attempts on this thread; no thread waits between them.
     *
     * @param mayBegin whether a further attempt may begin on the claim that is held
     * @return ends as the last of them, or with a {@link ClaimLostException}; cancelling it cancels what is under way
     * @throws Throwable what the method throws, if that is not tried again
     */
    CompletionStage<?> begin(BooleanSupplier mayBegin, AsyncAttempt method) throws Throwable {
        return call.policy().retries()
                ? new AsyncAttempts(this, mayBegin, method, parts.workers()).begin()
                : method.begin(next());
    }

    /** The number of the attempt that is made now. */
    int next() {
        return ++begun;
    }

    /** How long to wait before the next attempt; empty if there is none. What is an outcome is no failure. */
    Optional<Duration> delayAfter(Throwable failure) {
        if (!call.policy().retries() || call.operation().replayed(failure).isPresent()) {
            return Optional.empty();
        }
        try {
            return schedule().delayAfter(failure);
        } catch (RuntimeException | Error e) {
            LogEvent.RETRY_UNDECIDED
                    .warn(log)
                    .log(
                            "Whether {} is tried again could not be decided, so it is not: {}",
                            call,
                            e.getClass().getName());
            return Optional.empty();
        }
    }

    /** Calls that do not fail need none. */
    private Retrier.Schedule schedule() {
        Retrier.Schedule known = schedule;
        if (known == null) {
            known = call.guard()
                    .retrier()
                    .orElseThrow()
                    .schedule(call.operation().name(), call.policy().retry());
            schedule = known;
        }
        return known;
    }

    /** Lets a pause end after the delay. False if the engine is closed, and nothing would end it. */
    boolean begin(Pause pause, Duration delay) {
        try {
            pause.limit(parts.timer(), delay);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Waits here. False if the thread was interrupted, or the engine is closed. */
    private boolean pass(Duration delay) throws Throwable {
        CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
        Pause pause = new Pause(() -> over.complete(null));
        if (!begin(pause, delay)) {
            return false;
        }
        Stages.join(over, pause::end);
        return !Thread.currentThread().isInterrupted();
    }

    /** Runs the method once. */
    @FunctionalInterface
    interface Attempt {

        /** Makes the attempt of this number, counted from 1. */
        @Nullable
        Object make(int number) throws Throwable;
    }

    /** Begins the method once. */
    @FunctionalInterface
    interface AsyncAttempt {

        /** Begins the attempt of this number, counted from 1; it ends with the stage. */
        CompletionStage<?> begin(int number) throws Throwable;
    }
}
