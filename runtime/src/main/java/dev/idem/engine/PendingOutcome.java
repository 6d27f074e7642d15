package dev.idem.engine;

import dev.idem.engine.Transactions.End;
import dev.idem.engine.Transactions.Participant;
import dev.idem.store.Payload;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that runs or has run inside a transaction and shares its fate: recorded at commit, released on rollback. If
 * nobody can say how the transaction ended, neither: the claim lapses.
 */
final class PendingOutcome implements Participant {

    private final Call call;
    private final Run run;
    private @Nullable Ending ending;

    /** A call that has not returned yet. */
    PendingOutcome(Call call, Run run) {
        this.call = call;
        this.run = run;
    }

    /** The method has returned, or thrown what is an outcome too. */
    void endsWith(Ending outcome) {
        ending = outcome;
    }

    /** Whether the end of the transaction will decide about this call. */
    boolean isPending() {
        return ending != null;
    }

    /** The outcome, if it is that of the same call. */
    Optional<Payload> outcomeOf(Call other) {
        return call.isSame(other) ? Optional.ofNullable(ending).map(Ending::payload) : Optional.empty();
    }

    /** Refuses to commit on a lease that may have been lost: the effect may have been committed by another owner. */
    @Override
    public void beforeCommit() {
        if (isPending() && !run.mayBegin()) {
            throw Refusals.lostBeforeCommit(call);
        }
    }

    @Override
    public void ended(End end) {
        Ending outcome = ending;
        if (outcome == null) {
            return;
        }
        ending = null;
        switch (end) {
            case COMMITTED -> Stages.await(run.end(outcome));
            case ROLLED_BACK -> Stages.await(run.fail());
            case UNKNOWN -> run.lapse();
        }
    }

    @Override
    public String toString() {
        return call.toString();
    }
}
