package dev.idem.engine;

import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completion;
import dev.idem.store.CompletionReply;
import dev.idem.store.FindReply;
import dev.idem.store.IdempotencyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Agrees to what is done with a claim, and knows nothing: small enough for a model checker. */
final class AgreeingStore implements IdempotencyStore {

    private final AtomicInteger renewals = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();

    /** How many claims have been renewed. */
    int renewals() {
        return renewals.get();
    }

    /** How many claims have been completed or released. */
    int ends() {
        return ends.get();
    }

    @Override
    public CompletionStage<List<Boolean>> renew(List<Claim> claims) {
        renewals.addAndGet(claims.size());
        return CompletableFuture.completedStage(
                claims.stream().map(claim -> true).toList());
    }

    @Override
    public CompletionStage<ClaimReply> claim(ClaimRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Boolean> withdraw(ClaimRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Boolean> start(Claim claim) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<CompletionReply> complete(Completion completion) {
        ends.incrementAndGet();
        return CompletableFuture.completedStage(new CompletionReply.Recorded(completion.ran()));
    }

    @Override
    public CompletionStage<Boolean> release(Claim claim) {
        ends.incrementAndGet();
        return CompletableFuture.completedStage(true);
    }

    @Override
    public CompletionStage<FindReply> find(RecordAddress address, Fingerprint fingerprint) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Boolean> evict(RecordAddress address, Duration ttl) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Subscription subscribe(RecordAddress address, Runnable listener) {
        throw new UnsupportedOperationException();
    }
}
