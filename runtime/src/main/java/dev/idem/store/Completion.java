package dev.idem.store;

import java.time.Duration;

/**
 * The outcome of a claimed call, to be recorded. Its end is fixed, so that a late copy never lengthens it.
 *
 * @param claim whose outcome it is
 * @param payload the encoded outcome
 * @param ran the owner's monotonic time from the answer to its claim to the end of the run: never more than from the
 *     grant, so that no copy of a completion is recorded after the outcome's end
 */
public record Completion(Claim claim, Payload payload, Duration ran) {

    /** When the outcome ends, in the store's microseconds: grant, run and TTL. */
    public long endMicros() {
        return claim.grant() + toMicros(ran) + toMicros(claim.ttl());
    }

    private static long toMicros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
