package dev.idem.engine;

import dev.idem.store.Payload;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The one run of a call, and what its caller and all duplicates get from it. */
final class GuardedRun {

    private final Call call;
    private final Run run;
    private final Scopes scopes;
    private final Outcomes outcomes;
    private final Optional<PendingOutcome> fate;
    private final Attempts attempts;
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * A run whose method has not begun.
     *
     * @param fate its part in the caller's transaction, if it joined one
     * @param attempts those of the call, which this run goes on with
     */
    GuardedRun(Call call, Run run, Scopes scopes, Outcomes outcomes, Optional<PendingOutcome> fate, Attempts attempts) {
        this.call = call;
        this.run = run;
        this.scopes = scopes;
        this.outcomes = outcomes;
        this.fate = fate;
        this.attempts = attempts;
    }

    /**
     * Runs the method on this thread.
     *
     * @param caller what the call was made inside of
     * @return what its caller gets, once the store knows or is to be told; never fails. A {@link ClaimLostException} when
     *     it is given: there is a further attempt, which needs another run
     */
    CompletableFuture<Answer> proceed(Scope caller, Invocation method) {
        Object result;
        try {
            result = attempts.make(
                    run::mayBegin,
                    number -> scopes.within(new CurrentCall(call, run, number, caller).inside(), method));
        } catch (Throwable failure) {
            return threw(failure);
        }
        return returned(result);
    }

    /**
     * Begins the method on this thread. It ends with its own stage, on whatever thread that completes; or when nobody is
     * there any more for its outcome, and then there is no answer.
     */
    CompletableFuture<Answer> begin(Scope caller, Invocation invocation, AsyncInvocation method) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        CompletionStage<?> stage;
        try {
            stage = attempts.begin(
                    run::mayBegin, number -> begin(new CurrentCall(call, run, number, caller), method, invocation));
        } catch (Throwable failure) {
            return threw(failure);
        }
        Stages.whenDone(stage, (result, failure) -> {
            if (ended.compareAndSet(false, true)) {
                Stages.whenDone(
                        failure == null ? returned(result) : threw(Stages.cause(failure)),
                        (given, never) -> answer.complete(given));
            }
        });
        Stages.afterwards(run.attendance().deserted(), () -> abandon(stage));
        return answer;
    }

    private CompletionStage<?> begin(CurrentCall current, AsyncInvocation method, Invocation invocation)
            throws Throwable {
        Object stage = scopes.within(current.inside(), () -> method.begin(Optional.of(current), invocation));
        if (stage == null) {
            throw Refusals.noStage(call);
        }
        return (CompletionStage<?>) stage;
    }

    private void abandon(CompletionStage<?> stage) {
        if (ended.compareAndSet(false, true)) {
            Tally.brokeOff(run);
            stage.toCompletableFuture().cancel(true);
            run.breakOff();
        }
    }

    /** An outcome that was recorded earlier is the answer of this caller too. */
    private CompletableFuture<Answer> returned(@Nullable Object result) {
        Tally.returned(run, result);
        return end(outcomes.returned(call, result), () -> result);
    }

    /** What the method throws is its outcome if it is declared to be one, and frees the claim else. */
    private CompletableFuture<Answer> threw(Throwable failure) {
        Answer mine = () -> {
            throw failure;
        };
        Optional<Ending> ending = outcomes.thrown(call, failure);
        Tally.threw(run, failure, ending.isPresent());
        return ending.isPresent() ? end(ending.get(), mine) : run.fail().thenApply(released -> mine);
    }

    /** Ends the run, or leaves that to the transaction whose fate it shares. */
    private CompletableFuture<Answer> end(Ending ending, Answer mine) {
        if (fate.isPresent()) {
            fate.get().endsWith(ending);
            return CompletableFuture.completedFuture(mine);
        }
        return run.end(ending)
                .thenApply(earlier -> earlier.<Answer>map(this::recorded).orElse(mine));
    }

    private Answer recorded(Payload earlier) {
        return () -> outcomes.decode(call, earlier);
    }
}
