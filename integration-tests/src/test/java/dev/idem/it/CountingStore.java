package dev.idem.it;

import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completion;
import dev.idem.store.CompletionReply;
import dev.idem.store.FindReply;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.caffeine.CaffeineStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** A local store that counts claims and outcomes. */
public final class CountingStore implements IdempotencyStore {

    private final IdempotencyStore store = new CaffeineStore(/* maximumWeight= */ 1_000_000);
    private final AtomicInteger claims = new AtomicInteger();
    private final AtomicInteger completions = new AtomicInteger();

    public int claims() {
        return claims.get();
    }

    public int completions() {
        return completions.get();
    }

    @Override
    public CompletionStage<ClaimReply> claim(ClaimRequest request) {
        claims.incrementAndGet();
        return store.claim(request);
    }

    @Override
    public CompletionStage<Boolean> withdraw(ClaimRequest request) {
        return store.withdraw(request);
    }

    @Override
    public CompletionStage<Boolean> start(Claim claim) {
        return store.start(claim);
    }

    @Override
    public CompletionStage<List<Boolean>> renew(List<Claim> claims) {
        return store.renew(claims);
    }

    @Override
    public CompletionStage<CompletionReply> complete(Completion completion) {
        completions.incrementAndGet();
        return store.complete(completion);
    }

    @Override
    public CompletionStage<Boolean> release(Claim claim) {
        return store.release(claim);
    }

    @Override
    public CompletionStage<FindReply> find(RecordAddress address, Fingerprint fingerprint) {
        return store.find(address, fingerprint);
    }

    @Override
    public CompletionStage<Boolean> evict(RecordAddress address, Duration ttl) {
        return store.evict(address, ttl);
    }

    @Override
    public Subscription subscribe(RecordAddress address, Runnable listener) {
        return store.subscribe(address, listener);
    }
}
