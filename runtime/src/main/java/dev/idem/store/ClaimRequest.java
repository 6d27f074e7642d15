package dev.idem.store;

import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import java.time.Duration;

/**
 * One request for the right to run a call.
 *
 * @param token random; serves one grant: after a release or a withdrawal the next request takes a new one
 * @param lease how long the claim holds without renewal; at least one millisecond
 * @param ttl how long the outcome will be replayed; at least one millisecond
 * @param waits whether the requester waits when the claim is held, and so wants to be told when that ends
 */
public record ClaimRequest(
        RecordAddress address, Fingerprint fingerprint, String token, Duration lease, Duration ttl, boolean waits) {

    /** The claim that this request became. */
    public Claim granted(long grant) {
        return new Claim(address, fingerprint, token, grant, lease, ttl);
    }
}
