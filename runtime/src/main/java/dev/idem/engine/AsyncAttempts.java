package dev.idem.engine;

import dev.idem.engine.Attempts.AsyncAttempt;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The attempts of one run that no thread waits for. */
final class AsyncAttempts {

    private final CompletableFuture<@Nullable Object> end = new CompletableFuture<>();
    private final Attempts attempts;
    private final BooleanSupplier mayBegin;
    private final AsyncAttempt method;
    private final Executor workers;

    /**
     * Attempts of which none has been made on this run.
     *
     * @param workers may run the user's code
     */
    AsyncAttempts(Attempts attempts, BooleanSupplier mayBegin, AsyncAttempt method, Executor workers) {
        this.attempts = attempts;
        this.mayBegin = mayBegin;
        this.method = method;
        this.workers = workers;
    }

    /** Makes the next attempt on this thread, and others later. */
    CompletionStage<@Nullable Object> begin() {
        try {
            CompletionStage<?> attempt = method.begin(attempts.next());
            Stages.afterwards(end, () -> cancel(attempt));
            Stages.whenDone(attempt, this::ended);
        } catch (Throwable failure) {
            failed(failure);
        }
        return end;
    }

    private void ended(@Nullable Object result, @Nullable Throwable failure) {
        if (failure == null) {
            end.complete(result);
        } else {
            failed(Stages.cause(failure));
        }
    }

    private void failed(Throwable failure) {
        Optional<Duration> delay = attempts.delayAfter(failure);
        Pause pause = new Pause(() -> workers.execute(this::again));
        if (delay.isEmpty() || !attempts.begin(pause, delay.get())) {
            end.completeExceptionally(failure);
        }
    }

    private void cancel(CompletionStage<?> attempt) {
        if (end.isCancelled()) {
            attempt.toCompletableFuture().cancel(true);
        }
    }

    private void again() {
        if (end.isDone()) {
            return;
        }
        if (mayBegin.getAsBoolean()) {
            begin();
        } else {
            end.completeExceptionally(new ClaimLostException());
        }
    }
}
