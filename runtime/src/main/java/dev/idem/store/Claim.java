package dev.idem.store;

import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import java.time.Duration;

/**
 * The proof that its owner may run a call.
 *
 * @param token the owner's random token
 * @param grant when it was granted: the store's time in microseconds, above the record's evict mark
 */
public record Claim(
        RecordAddress address, Fingerprint fingerprint, String token, long grant, Duration lease, Duration ttl) {}
