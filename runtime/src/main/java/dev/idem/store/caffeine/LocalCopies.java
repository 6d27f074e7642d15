package dev.idem.store.caffeine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.Completed;
import dev.idem.store.Conflict;
import dev.idem.store.FindReply;
import dev.idem.store.Payload;
import dev.idem.store.RecordedOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Copies of completed outcomes, bounded by weight and time. They never decide who may run.
 *
 * <p>An eviction may overtake an outcome that is on its way here. So each eviction raises the epoch of its address, and
 * a copy is put only if the epoch has not changed since before the outcome was asked for. Epochs are striped: an
 * eviction elsewhere may cost a copy, never the other way round.
 */
final class LocalCopies {

    private static final int STRIPES = 1 << 10;
    private static final int OVERHEAD = 300;

    private final Ticker ticker;
    private final long ttl;
    private final Cache<String, Copy> copies;
    private final AtomicLongArray epochs = new AtomicLongArray(STRIPES);

    LocalCopies(long maximumWeight, Duration ttl, Ticker ticker) {
        this.ticker = ticker;
        this.ttl = ttl.toNanos();
        this.copies = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumWeight(maximumWeight)
                .weigher((String address, Copy copy) -> OVERHEAD + 2 * address.length() + copy.payload.size())
                .expireAfter(new UntilEnd<String, Copy>(copy -> copy.end - ticker.read()))
                .build();
    }

    /** To be called before an outcome is asked for. */
    Fill begin(RecordAddress address) {
        String text = address.text();
        return new Fill(text, epoch(text), ticker.read());
    }

    void evict(String address) {
        copies.asMap().compute(address, (same, present) -> {
            epochs.incrementAndGet(stripe(address));
            return null;
        });
    }

    /** As if every address were evicted. */
    void clear() {
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            epochs.incrementAndGet(stripe);
        }
        copies.invalidateAll();
    }

    Optional<FindReply> find(String address, Fingerprint fingerprint) {
        Copy copy = copies.getIfPresent(address);
        if (copy == null) {
            return Optional.empty();
        }
        return Optional.of(copy.fingerprint.equals(fingerprint) ? completed(copy) : new Conflict());
    }

    private Completed completed(Copy copy) {
        return new Completed(new RecordedOutcome(copy.payload, Duration.ofNanos(copy.end - ticker.read())));
    }

    private long epoch(String address) {
        return epochs.get(stripe(address));
    }

    private static int stripe(String address) {
        int hash = address.hashCode();
        return (hash ^ (hash >>> 16)) & (STRIPES - 1);
    }

    private record Copy(Fingerprint fingerprint, Payload payload, long end) {}
    /** A copy to be made, if its address has not been evicted in the meantime. */
    final class Fill {

        private final String address;
        private final long epoch;
        private final long asked;

        private Fill(String address, long epoch, long asked) {
            this.address = address;
            this.epoch = epoch;
            this.asked = asked;
        }

        /** Keeps the outcome. Its rest is counted from before it was asked for, so that no copy outlives its record. */
        void put(Fingerprint fingerprint, RecordedOutcome outcome) {
            long rest = Math.min(outcome.rest().toNanos(), ttl);
            Copy copy = new Copy(fingerprint, outcome.payload(), asked + rest);
            copies.asMap().compute(address, (same, present) -> epoch(address) == epoch ? copy : present);
        }
    }
}
