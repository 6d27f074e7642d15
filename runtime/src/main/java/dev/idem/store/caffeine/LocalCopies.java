package dev.idem.store.caffeine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.Completed;
import dev.idem.store.Conflict;
import dev.idem.store.FindReply;
import dev.idem.store.KeptOutcome;
import dev.idem.store.Payload;
import dev.idem.store.RecordedOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

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
    private final StoreClock coarse;
    private final long ttl;
    private final Cache<String, Copy> copies;
    private final AtomicLongArray epochs = new AtomicLongArray(STRIPES);

    /** No copies yet. */
    LocalCopies(long maximumWeight, Duration ttl, Ticker ticker) {
        this(maximumWeight, ttl, ticker, ticker::read);
    }

    /**
     * No copies yet.
     *
     * @param coarse the same time, perhaps late, for those who ask at every call
     */
    LocalCopies(long maximumWeight, Duration ttl, Ticker ticker, StoreClock coarse) {
        this.ticker = ticker;
        this.coarse = coarse;
        this.ttl = ttl.toNanos();
        this.copies = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumWeight(maximumWeight)
                .weigher((String address, Copy copy) -> copy.weight(address))
                .expireAfter(new UntilEnd<String, Copy>(copy -> copy.end - ticker.read()))
                .evictionListener((address, copy, cause) -> drop(copy))
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
            drop(present);
            return null;
        });
    }

    /** As if every address were evicted. */
    void clear() {
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            epochs.incrementAndGet(stripe);
        }
        copies.asMap().keySet().forEach(this::evict);
    }

    Optional<FindReply> find(String address, Fingerprint fingerprint) {
        Copy copy = copies.getIfPresent(address);
        if (copy == null) {
            return Optional.empty();
        }
        return Optional.of(copy.fingerprint.equals(fingerprint) ? completed(copy) : new Conflict());
    }

    /** The copy of an outcome that may be replayed for some time. */
    Optional<KeptOutcome> kept(String address, Fingerprint fingerprint) {
        Copy copy = copies.getIfPresent(address);
        return copy == null || !copy.fingerprint.equals(fingerprint)
                ? Optional.empty()
                : Optional.of(new Kept(address, copy));
    }

    private static void drop(@Nullable Copy copy) {
        if (copy != null) {
            copy.tied.run();
        }
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

    /**
     * A copy of an outcome.
     *
     * @param tied lets go of what was made of the copy
     * @param tiedWeight how much that weighs
     */
    private record Copy(Fingerprint fingerprint, Payload payload, long end, Runnable tied, long tiedWeight) {

        static Copy of(Fingerprint fingerprint, Payload payload, long end) {
            return new Copy(fingerprint, payload, end, () -> {}, 0);
        }

        int weight(String address) {
            long weight = OVERHEAD + 2L * address.length() + payload.size() + tiedWeight;
            return (int) Math.min(weight, Integer.MAX_VALUE);
        }

        /** Whether both are copies of one outcome with one end. */
        boolean isLike(Copy other) {
            return end == other.end && fingerprint.equals(other.fingerprint) && payload.equals(other.payload);
        }

        Copy with(Runnable newTied, long weight) {
            return new Copy(fingerprint, payload, end, newTied, weight);
        }
    }

    /** A copy as others hold it. Who asks whether it is current uses it, so it is less likely to make room for others. */
    private final class Kept implements KeptOutcome {

        private final String address;
        private final Copy copy;
        private long used; // may be set by two threads at once, which costs nothing

        Kept(String address, Copy copy) {
            this.address = address;
            this.copy = copy;
        }

        @Override
        public Payload payload() {
            return copy.payload;
        }

        @Override
        public boolean isCurrent() {
            long now = coarse.nanoTime();
            boolean seen = now == used;
            used = now;
            return now - copy.end < 0 && (seen || copies.getIfPresent(address) != null);
        }

        @Override
        public boolean tie(Runnable dropped, long weight) {
            Copy tied = copy.with(dropped, weight);
            return tied.equals(copies.asMap().computeIfPresent(address, (same, present) -> {
                if (!present.isLike(copy)) {
                    return present;
                }
                drop(present);
                return tied;
            }));
        }
    }

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
            Copy copy = Copy.of(fingerprint, outcome.payload(), asked + rest);
            copies.asMap().compute(address, (same, present) -> {
                if (epoch(address) != epoch) {
                    return present;
                }
                drop(present);
                return copy;
            });
        }
    }
}
