package dev.idem.engine;

import dev.idem.engine.Attempts.AsyncAttempt;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The attempts of one run that no thread waits for. */
final class AsyncAttempts {

    private final CompletableFuture<@Nullable Object> end = new CompletableFuture<>();
    private final Attempts attempts;
    private final Run run;
    private final AsyncAttempt method;
    private final Executor workers;

    /**
     * Attempts of which none has been made on this run.
     *
     * @param workers may run the user's code
     */
    AsyncAttempts(Attempts attempts, Run run, AsyncAttempt method, Executor workers) {
        this.attempts = attempts;
        this.run = run;
        this.method = method;
        this.workers = workers;
    }

    /** Makes the next attempt on this thread, and others later. */
    CompletionStage<@Nullable Object> begin() {
        try {
            Stages.whenDone(method.begin(attempts.next()), this::ended);
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

    private void again() {
        if (run.mayBegin()) {
            begin();
        } else {
            end.completeExceptionally(new ClaimLostException());
        }
    }
}
