package dev.idem.engine;

import dev.idem.engine.Transactions.End;
import dev.idem.engine.Transactions.Participant;
import dev.idem.store.Payload;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call that runs or has run inside a transaction and shares its fate: recorded at commit, released on rollback. If
 * nobody can say how the transaction ended, neither: the claim lapses.
 */
final class PendingOutcome implements Participant {

    private static final Logger log = LoggerFactory.getLogger(PendingOutcome.class);

    private final Call call;
    private final Run run;
    private @Nullable Payload payload;
    private Supplier<CompletableFuture<Optional<Payload>>> commit =
            () -> CompletableFuture.completedFuture(Optional.empty());

    /** A call that has not returned yet. */
    PendingOutcome(Call call, Run run) {
        this.call = call;
        this.run = run;
    }

    /**
     * The method has an outcome.
     *
     * @param atCommit what becomes of it when the transaction commits
     */
    void decided(Payload outcome, Supplier<CompletableFuture<Optional<Payload>>> atCommit) {
        payload = outcome;
        commit = atCommit;
    }

    /** Whether the end of the transaction will decide about this call. */
    boolean isPending() {
        return payload != null;
    }

    /** The outcome, if it is that of the same call. */
    Optional<Payload> outcomeOf(Call other) {
        return isSameRecord(other) ? Optional.ofNullable(payload) : Optional.empty();
    }

    private boolean isSameRecord(Call other) {
        return call.address().equals(other.address()) && call.fingerprint().equals(other.fingerprint());
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
        if (payload == null) {
            return;
        }
        payload = null;
        switch (end) {
            case COMMITTED -> commit();
            case ROLLED_BACK -> Stages.await(run.fail());
            case UNKNOWN -> run.lapse();
        }
    }

    private void commit() {
        if (Stages.await(commit.get()).isPresent()) {
            log.warn("{} was committed, but another owner was first: it has run twice.", call);
        }
    }

    @Override
    public String toString() {
        return call.toString();
    }
}
