package dev.idem.store.caffeine;

import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completed;
import dev.idem.store.Completion;
import dev.idem.store.CompletionReply;
import dev.idem.store.FindReply;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.KeptOutcome;
import dev.idem.store.RecordView;
import dev.idem.store.RecordedOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A shared store with copies of its completed outcomes in this process: a local hit asks nobody. The shared store alone
 * decides who may run. An eviction that this process does not hear of costs at most the life of a copy. Thread-safe.
 */
public final class TieredStore implements IdempotencyStore, AutoCloseable {

    private final IdempotencyStore shared;
    private final LocalCopies copies;
    private final Subscription evictions;

    /**
     * Copies in front of a shared store.
     *
     * @param maximumWeight about how many bytes the copies may occupy
     * @param ttl how long a copy is kept at most
     */
    public TieredStore(IdempotencyStore shared, long maximumWeight, Duration ttl) {
        this(shared, new LocalCopies(maximumWeight, ttl, System::nanoTime, new CoarseClock()));
    }

    /**
     * The same with the copies' own time.
     *
     * @param maximumWeight about how many bytes the copies may occupy
     * @param ttl how long a copy is kept at most
     */
    public TieredStore(IdempotencyStore shared, long maximumWeight, Duration ttl, StoreClock clock) {
        this(shared, new LocalCopies(maximumWeight, ttl, clock::nanoTime));
    }

    private TieredStore(IdempotencyStore shared, LocalCopies copies) {
        this.shared = shared;
        this.copies = copies;
        this.evictions = shared.onEviction(copies::evict);
    }

    @Override
    public CompletionStage<ClaimReply> claim(ClaimRequest request) {
        LocalCopies.Fill fill = copies.begin(request.address());
        return shared.claim(request).thenApply(reply -> {
            fill(fill, request, reply);
            return reply;
        });
    }

    @Override
    public CompletionStage<List<ClaimReply>> claimAll(List<ClaimRequest> requests) {
        List<LocalCopies.Fill> fills = requests.stream()
                .map(request -> copies.begin(request.address()))
                .toList();
        return shared.claimAll(requests).thenApply(replies -> {
            for (int i = 0; i < fills.size(); i++) {
                fill(fills.get(i), requests.get(i), replies.get(i));
            }
            return replies;
        });
    }

    private static void fill(LocalCopies.Fill fill, ClaimRequest request, ClaimReply reply) {
        if (reply instanceof Completed completed) {
            fill.put(request.fingerprint(), completed.outcome());
        }
    }

    @Override
    public CompletionStage<CompletionReply> complete(Completion completion) {
        LocalCopies.Fill fill = copies.begin(completion.claim().address());
        return shared.complete(completion).thenApply(reply -> {
            fill(fill, completion, reply);
            return reply;
        });
    }

    @Override
    public CompletionStage<List<CompletionReply>> completeAll(List<Completion> completions) {
        List<LocalCopies.Fill> fills = completions.stream()
                .map(completion -> copies.begin(completion.claim().address()))
                .toList();
        return shared.completeAll(completions).thenApply(replies -> {
            for (int i = 0; i < fills.size(); i++) {
                fill(fills.get(i), completions.get(i), replies.get(i));
            }
            return replies;
        });
    }

    private static void fill(LocalCopies.Fill fill, Completion completion, CompletionReply reply) {
        Fingerprint fingerprint = completion.claim().fingerprint();
        if (reply instanceof CompletionReply.Recorded recorded) {
            fill.put(fingerprint, new RecordedOutcome(completion.payload(), recorded.rest()));
        } else if (reply instanceof CompletionReply.Superseded superseded) {
            fill.put(fingerprint, superseded.outcome());
        }
    }

    @Override
    public CompletionStage<FindReply> find(RecordAddress address, Fingerprint fingerprint) {
        LocalCopies.Fill fill = copies.begin(address);
        return shared.find(address, fingerprint).thenApply(reply -> {
            if (reply instanceof Completed completed) {
                fill.put(fingerprint, completed.outcome());
            }
            return reply;
        });
    }

    @Override
    public CompletionStage<RecordView> look(RecordAddress address) {
        return shared.look(address);
    }

    /** Drops the copy before and after: one made in between is gone too. */
    @Override
    public CompletionStage<Boolean> evict(RecordAddress address, Duration ttl) {
        String text = address.text();
        copies.evict(text);
        return shared.evict(address, ttl).whenComplete((done, failure) -> copies.evict(text));
    }

    @Override
    public Optional<FindReply> peek(RecordAddress address, Fingerprint fingerprint) {
        return copies.find(address.text(), fingerprint);
    }

    @Override
    public Optional<KeptOutcome> kept(RecordAddress address, Fingerprint fingerprint) {
        return copies.kept(address.text(), fingerprint);
    }

    @Override
    public CompletionStage<Boolean> withdraw(ClaimRequest request) {
        return shared.withdraw(request);
    }

    @Override
    public CompletionStage<Boolean> start(Claim claim) {
        return shared.start(claim);
    }

    @Override
    public CompletionStage<List<Boolean>> startAll(List<Claim> claims) {
        return shared.startAll(claims);
    }

    @Override
    public CompletionStage<List<Boolean>> renew(List<Claim> claims) {
        return shared.renew(claims);
    }

    @Override
    public CompletionStage<Boolean> release(Claim claim) {
        return shared.release(claim);
    }

    @Override
    public CompletionStage<List<Boolean>> releaseAll(List<Claim> claims) {
        return shared.releaseAll(claims);
    }

    @Override
    public void clear() {
        copies.clear();
        shared.clear();
    }

    @Override
    public Subscription subscribe(RecordAddress address, Runnable listener) {
        return shared.subscribe(address, listener);
    }

    @Override
    public CompletionStage<Optional<String>> dataLossRisk() {
        return shared.dataLossRisk();
    }

    @Override
    public Duration timeout() {
        return shared.timeout();
    }

    /** Hears of evictions no more. The shared store stays open. */
    @Override
    public void close() {
        evictions.close();
    }
}
