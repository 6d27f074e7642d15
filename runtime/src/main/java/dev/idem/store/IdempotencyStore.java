package dev.idem.store;

import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Keeps one record per address and changes it in one atomic step per verb, by its own clock.
 *
 * <p>Any command may arrive late, or twice: a time-out means "unknown", never "not done". So a claim is granted to a
 * random token with a grant stamp, and every later verb names both.
 *
 * <table>
 * <caption>What a verb does to a record</caption>
 * <tr><th>state</th><th>claim</th><th>start, renew, release by token and grant</th><th>by another</th>
 *     <th>complete, same fingerprint</th><th>complete, other fingerprint</th></tr>
 * <tr><td>absent</td><td>granted</td><td>lost</td><td>lost</td><td>recorded</td><td>recorded</td></tr>
 * <tr><td>in progress</td><td>held, with the rest of the lease; same token: granted, same grant; other fingerprint:
 *     conflict</td><td>done</td><td>lost</td><td>recorded, waiters told</td><td>refused</td></tr>
 * <tr><td>lapsed: the lease is over</td><td>started: unknown; else granted, waiters inherited; same token: granted, same
 *     grant; other fingerprint: conflict</td><td>done: the owner was only slow</td><td>lost</td><td>recorded, waiters told</td>
 *     <td>refused</td></tr>
 * <tr><td>completed</td><td>the outcome and its remaining TTL; other fingerprint: conflict</td><td>lost</td>
 *     <td>lost</td><td>same token: recorded; other token: superseded by the recorded outcome</td><td>refused</td></tr>
 * <tr><td>evicted: a mark with the store's time, kept for the TTL, also under a claim</td><td>granted, mark kept</td>
 *     <td>lost</td><td>lost</td><td>granted at or before the mark: refused; else recorded</td><td>the same</td></tr>
 * </table>
 *
 * <p>Implementations are thread-safe. A stage fails with {@link dev.idem.StoreUnavailableException}, after a bounded
 * time, when the store gives no answer. Stages may complete on a thread of the store, so dependents hand over before
 * they run the user's code.
 */
public interface IdempotencyStore {

    /** Asks for the right to run the call. Without a claim nothing may run. */
    CompletionStage<ClaimReply> claim(ClaimRequest request);

    /** Withdraws a claim whose answer never came, whether or not it was granted. True if there was something to end. */
    CompletionStage<Boolean> withdraw(ClaimRequest request);

    /**
     * Says that the owner begins to run, and lengthens its claim to a full lease from now. When the lease of a started
     * claim ends, nobody takes the call over: its outcome is {@linkplain OutcomeUnknown unknown}.
     *
     * @return whether the claim is held; false means it is lost for good, and nothing may run
     */
    CompletionStage<Boolean> start(Claim claim);

    /**
     * Lengthens claims to a full lease from now.
     *
     * @return for each claim, in the same order, whether it is still held; false means it is lost for good
     */
    CompletionStage<List<Boolean>> renew(List<Claim> claims);

    /** Records the outcome of a call and tells the waiters. Sending it again changes nothing. */
    CompletionStage<CompletionReply> complete(Completion completion);

    /** Ends a claim without an outcome and tells the waiters. False if the claim was lost before. */
    CompletionStage<Boolean> release(Claim claim);

    /** Reads the record without changing it. */
    CompletionStage<FindReply> find(RecordAddress address, Fingerprint fingerprint);

    /**
     * Describes the record without changing it, whatever content it belongs to. For operators. A store that cannot tell
     * fails with {@link UnsupportedOperationException}.
     */
    default CompletionStage<RecordView> look(RecordAddress address) {
        return CompletableFuture.failedStage(
                new UnsupportedOperationException("This store does not let anybody look at its records."));
    }

    /**
     * Removes the record, ends a running claim's lease, tells the waiters, and leaves a mark: what was granted until
     * now is not recorded any more. True if there was a claim or an outcome.
     *
     * @param ttl how long the mark is kept at least: the operation's TTL
     */
    CompletionStage<Boolean> evict(RecordAddress address, Duration ttl);

    /**
     * Many claims in one round trip, each as if it were made alone: they are not one atomic step.
     *
     * <p>This verb and the others of its kind answer in the order of the commands. A stage that fails says nothing of any
     * of them: each may have been executed, or not.
     */
    default CompletionStage<List<ClaimReply>> claimAll(List<ClaimRequest> requests) {
        return Together.send(requests, this::claim);
    }

    /** Many {@linkplain #start starts} in one round trip, under the rules of {@link #claimAll}. */
    default CompletionStage<List<Boolean>> startAll(List<Claim> claims) {
        return Together.send(claims, this::start);
    }

    /** Many {@linkplain #complete completions} in one round trip, under the rules of {@link #claimAll}. */
    default CompletionStage<List<CompletionReply>> completeAll(List<Completion> completions) {
        return Together.send(completions, this::complete);
    }

    /** Many {@linkplain #release releases} in one round trip, under the rules of {@link #claimAll}. */
    default CompletionStage<List<Boolean>> releaseAll(List<Claim> claims) {
        return Together.send(claims, this::release);
    }

    /**
     * Calls the listener, on any thread, whenever a claim at this address may have ended, until the subscription is
     * closed. A call is a hint: it may come without need, twice, or be lost.
     */
    Subscription subscribe(RecordAddress address, Runnable listener);

    /**
     * Calls the listener with the text of each evicted address, on any thread, until the subscription is closed, so that
     * copies elsewhere can be dropped. A call may be lost.
     */
    default Subscription onEviction(Consumer<String> listener) {
        return () -> {};
    }

    /** What is known in this process without asking anybody: a completed outcome or a conflict with one. */
    default Optional<FindReply> peek(RecordAddress address, Fingerprint fingerprint) {
        return Optional.empty();
    }

    /**
     * The copy of a completed outcome that this process keeps, to be asked at each further call whether it still stands;
     * empty if there is none, or the store says nothing about its copies.
     */
    default Optional<KeptOutcome> kept(RecordAddress address, Fingerprint fingerprint) {
        return Optional.empty();
    }

    /**
     * Forgets what is kept in this process: the copies in front of a shared store, or all records of a store that lies
     * here, running claims included. For tests, and for operators who know that nothing is running.
     */
    default void clear() {}

    /**
     * Why this store may forget records before their time, as far as it can be seen in its settings: the end of a
     * sentence that begins with the store. Asked once, at start; a failure says nothing.
     */
    default CompletionStage<Optional<String>> dataLossRisk() {
        return CompletableFuture.completedStage(Optional.empty());
    }

    /** The longest time until a verb answers or fails; zero if it never leaves the process. */
    default Duration timeout() {
        return Duration.ZERO;
    }

    /** Ends the delivery of wake-ups. Closing twice changes nothing. */
    @FunctionalInterface
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
