package dev.idem.engine;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/*
 * The news that a call waits for comes on threads of the store and of other calls. None of them may run the user's code,
 * so it is handed over to the workers; where there is no need to wait, everything happens on the caller's thread.
 */
/** One call that no thread waits for: its caller has a stage of its own. */
final class AsyncCall {

    private final CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
    private final Call call;
    private final Invocation invocation;
    private final AsyncInvocation method;
    private final EngineParts parts;
    private final Outcomes outcomes;
    private final Caller caller;
    private final Attempts attempts;
    private final boolean endsWithCaller;

    /**
     * A call that has done nothing yet.
     *
     * @param endsWithCaller whether the method's stage is cancelled when its caller goes and nobody else is there
     */
    AsyncCall(
            Call call,
            Invocation invocation,
            AsyncInvocation method,
            EngineParts parts,
            Outcomes outcomes,
            Caller caller,
            boolean endsWithCaller) {
        this.call = call;
        this.invocation = invocation;
        this.method = method;
        this.parts = parts;
        this.outcomes = outcomes;
        this.caller = caller;
        this.endsWithCaller = endsWithCaller;
        this.attempts = new Attempts(call, parts);
    }

    /** Sets out. The stage is the caller's: once it is complete, nobody waits for others any more. */
    CompletableFuture<@Nullable Object> begin() {
        contend();
        return answer;
    }

    private void contend() {
        Contender contender = new Contender(call, parts, caller, /* listens= */ false);
        Stages.afterwards(answer, contender::giveUp);
        Stages.handOver(contender.contend(), parts.workers(), this::take);
    }

    private void take(@Nullable Turn turn, @Nullable Throwable failure) {
        if (failure != null) {
            answer.completeExceptionally(Stages.cause(failure));
        } else if (turn instanceof Run run) {
            take(run);
        } else if (turn instanceof Turn.Replay replay) {
            give(() -> outcomes.replay(call, replay));
        }
    }

    /** A caller that has gone meanwhile leaves the run to those who wait still. */
    private void take(Run run) {
        if (answer.isDone()) {
            Stages.afterwards(run.fail(), () -> {});
        } else if (run.mayBegin()) {
            GuardedRun guarded = new GuardedRun(call, run, parts.scopes(), outcomes, Optional.empty(), attempts);
            Stages.handOver(
                    guarded.begin(caller.scope(), invocation, method),
                    parts.workers(),
                    (given, failure) -> give(given));
            if (endsWithCaller) {
                Stages.afterwards(answer, run.attendance()::leave);
            }
        } else {
            Stages.afterwards(run.fail(), this::contend);
        }
    }

    private void give(Answer given) {
        try {
            answer.complete(given.give());
        } catch (ClaimLostException lost) {
            contend();
        } catch (Throwable failure) {
            answer.completeExceptionally(failure);
        }
    }
}
