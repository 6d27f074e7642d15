package dev.idem.engine;

import dev.idem.CallInProgressException;
import dev.idem.engine.Transactions.Transaction;
import dev.idem.store.Payload;
import java.util.List;
import java.util.Optional;

/** The transaction that a call joins, and the calls that joined it before. */
record JoinedTransaction(Transaction transaction) {

    /** The outcome of the same call, made before in this transaction. */
    Optional<Payload> pending(Call call) {
        return outcomes().stream()
                .flatMap(outcome -> outcome.outcomeOf(call).stream())
                .findFirst();
    }

    /** Lets a run share the fate of the transaction. */
    PendingOutcome join(Call call, Run run) {
        PendingOutcome outcome = new PendingOutcome(call, run);
        transaction.join(outcome);
        return outcome;
    }

    /** The refusal of a call that waited, with the claims that others may wait for meanwhile. */
    CallInProgressException explain(CallInProgressException refusal) {
        List<PendingOutcome> held =
                outcomes().stream().filter(PendingOutcome::isPending).toList();
        return held.isEmpty()
                ? refusal
                : new CallInProgressException(
                        refusal.getMessage() + " Its transaction holds " + held
                                + ", for which the other one may be waiting: make such calls in one order.",
                        refusal.retryAfter(),
                        refusal);
    }

    private List<PendingOutcome> outcomes() {
        return transaction.participants().stream()
                .filter(PendingOutcome.class::isInstance)
                .map(PendingOutcome.class::cast)
                .toList();
    }
}
