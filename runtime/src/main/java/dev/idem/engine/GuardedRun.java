package dev.idem.engine;

import dev.idem.store.Payload;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The one run of a call, and what its caller and all duplicates get from it. */
final class GuardedRun {

    private final Call call;
    private final Run run;
    private final Outcomes outcomes;
    private final Optional<PendingOutcome> fate;

    /**
     * A run whose method has not begun.
     *
     * @param fate its part in the caller's transaction, if it joined one
     */
    GuardedRun(Call call, Run run, Outcomes outcomes, Optional<PendingOutcome> fate) {
        this.call = call;
        this.run = run;
        this.outcomes = outcomes;
        this.fate = fate;
    }

    /** Runs the method. An outcome that was recorded earlier is the answer of this caller too. */
    @Nullable
    Object proceed(Invocation invocation) throws Throwable {
        Object result;
        try {
            result = invocation.proceed();
        } catch (Throwable failure) {
            return thrown(failure);
        }
        Optional<Payload> earlier = settle(outcomes.encode(call, result), outcomes.isRecorded(call, result));
        return earlier.isPresent() ? outcomes.decode(call, earlier.get()) : result;
    }

    /** What the method throws is its outcome if it is declared to be one, and frees the claim else. */
    private @Nullable Object thrown(Throwable failure) throws Throwable {
        Optional<Payload> outcome = outcomes.encodeThrown(call, failure);
        if (outcome.isEmpty()) {
            Stages.await(run.fail());
            throw failure;
        }
        Optional<Payload> earlier = settle(outcome.get(), /* recorded= */ true);
        if (earlier.isPresent()) {
            return outcomes.decode(call, earlier.get());
        }
        throw failure;
    }

    /** Ends the run now, or with the transaction. The outcome of an earlier owner, if that is the answer instead. */
    private Optional<Payload> settle(Payload outcome, boolean recorded) {
        if (fate.isEmpty()) {
            return Stages.await(end(outcome, recorded));
        }
        fate.get().decided(outcome, () -> end(outcome, recorded));
        return Optional.empty();
    }

    private CompletableFuture<Optional<Payload>> end(Payload outcome, boolean recorded) {
        if (recorded) {
            return run.complete(outcome);
        }
        CompletableFuture<Void> passed = outcomes.isAvailable(outcome) ? run.pass(outcome) : run.fail();
        return passed.thenApply(done -> Optional.empty());
    }
}
