package dev.idem.store.caffeine;

import dev.idem.key.Fingerprint;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completion;
import dev.idem.store.CompletionReply;
import dev.idem.store.FindReply;
import dev.idem.store.RecordView;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A record in this process, and what each verb makes of it: the state table of {@link dev.idem.store.IdempotencyStore},
 * one class per state. Immutable. Times are microseconds of the store's clock.
 */
sealed interface LocalRecord permits FreeRecord, ClaimedRecord, CompletedRecord {

    /** When the record may be forgotten. */
    long endsAt();

    /** About how many bytes it occupies. */
    long weight();

    Step<ClaimReply> claim(ClaimRequest request, long now);

    Step<Boolean> withdraw(String token);

    Step<Boolean> start(Claim claim, long now);

    Step<Boolean> renew(Claim claim, long now);

    Step<Boolean> release(Claim claim);

    Step<CompletionReply> complete(Completion completion, long now);

    /** Leaves a mark above everything granted so far, kept for the given time or the claim's TTL. */
    Step<Boolean> evict(long ttl, long now);

    FindReply find(Fingerprint fingerprint, long now);

    RecordView look(long now);

    static long micros(Duration duration) {
        return TimeUnit.NANOSECONDS.toMicros(duration.toNanos());
    }

    static Duration duration(long micros) {
        return Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(micros));
    }

    /**
     * What a verb did.
     *
     * @param next the record now
     * @param reply the answer
     * @param wakes whether waiters are to be told
     */
    record Step<R>(LocalRecord next, R reply, boolean wakes) {

        static <R> Step<R> unchanged(LocalRecord same, R reply) {
            return new Step<>(same, reply, false);
        }
    }
}
