package dev.idem.engine;

import dev.idem.CallInProgressException;
import dev.idem.KeyConflictException;
import dev.idem.OutcomeUnavailableException;
import dev.idem.OutcomeUnknownException;
import dev.idem.ReentrantCallException;
import dev.idem.StoreUnavailableException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a call is refused, in words: the call, the cause, and what to do next. */
final class Refusals {

    private Refusals() {}

    static CallInProgressException inProgress(Call call, Duration retryAfter, String cause) {
        return new CallInProgressException(
                call + " is still running elsewhere: " + cause + ". It was not run again. Repeat it after "
                        + PolicyViolation.text(retryAfter)
                        + ", or allow a longer lockWait.",
                retryAfter,
                null);
    }

    static CallInProgressException waitedTooLong(Call call) {
        return inProgress(
                call,
                call.policy().lease(),
                "waited for " + PolicyViolation.text(call.policy().lockWait()) + " (lockWait)");
    }

    static OutcomeUnavailableException lost(Call call, String reason) {
        return new OutcomeUnavailableException(call
                + " is running and is not run a second time, but its items cannot be given to others than its first"
                + " subscriber: " + reason);
    }

    static OutcomeUnavailableException superseded(Call call) {
        return new OutcomeUnavailableException(call
                + " lost its claim while it ran, and another run of it was recorded first. Its outcome is another one than"
                + " the items that were sent. Subscribe again to get it.");
    }

    static ReentrantCallException reentrant(Call call) {
        return new ReentrantCallException(
                call + " was entered again by its own run, with the same key, so it would wait for itself."
                        + " The inner call was not run. Call the method's work without its guard there, or with another key.",
                null);
    }

    static OutcomeUnknownException unknown(Call call) {
        return new OutcomeUnknownException(
                call
                        + " began to run, and its owner has not been heard of for a whole lease. Whether it had its effect is"
                        + " unknown, and onOwnerCrash = REJECT lets nobody run it again. Find out; then evict the record"
                        + " (Idempotency.evict), or evict it and record the known answer (Idempotency.call with"
                        + " CallKey.of of this exception).",
                call.operation().name(),
                call.address().key(),
                call.fingerprint().text(),
                null);
    }

    static CallInProgressException lostBeforeCommit(Call call) {
        return new CallInProgressException(
                call + " lost its claim before its transaction could commit, so another one may have run it meanwhile."
                        + " The transaction is rolled back. Repeat it; or make it shorter than the lease ("
                        + PolicyViolation.text(call.policy().lease()) + ") without the store.",
                call.policy().lease(),
                null);
    }

    static IllegalStateException noStage(Call call) {
        return new IllegalStateException(
                call + " returned null instead of a stage, so nobody knows how it ended. Nothing"
                        + " was recorded. Let the method return a stage in every case.");
    }

    static IllegalStateException noStream(Call call) {
        return new IllegalStateException(
                call + " returned null instead of a stream, so nobody knows how it ended. Nothing"
                        + " was recorded. Let the method return a stream in every case, an empty one if there are no items.");
    }

    static IllegalStateException noTransactions(Call call) {
        return new IllegalStateException(
                call + " joins the caller's transaction (joinsTransaction), but this engine knows"
                        + " no transactions. Nothing was run. Give the engine a Transactions, or remove the attribute.");
    }

    static IllegalStateException wrongResults(Operation operation, String reason, @Nullable Throwable cause) {
        return new IllegalStateException(
                operation + " is guarded item by item, and " + reason + ". Nothing of this run is recorded, and all its"
                        + " items are released. Return one result for each item of the list that the method is given, in"
                        + " its order, or a Map by these items; throw PartialResultException where some are missing.",
                cause);
    }

    static KeyConflictException conflict(Call call) {
        return new KeyConflictException(
                call + " was refused: its key is in use for other content. It was not run. Use a new key for other"
                        + " content, or repeat the call with the content it was first made with.");
    }

    static StoreUnavailableException unavailable(Call call, Throwable failure) {
        Throwable cause = Stages.cause(failure);
        return new StoreUnavailableException(
                call + " was refused: the store '" + call.policy().store() + "' gave no answer (" + cause.getMessage()
                        + "). Nothing was run. Repeat the call when the store is back.",
                cause);
    }

    /** The store was not even asked. */
    static StoreUnavailableException dead(Call call) {
        return new StoreUnavailableException(
                call + " was refused: the store '" + call.policy().store()
                        + "' has given no answer for some time, and is asked again once a second. Nothing was run."
                        + " Repeat the call when the store is back.");
    }
}
