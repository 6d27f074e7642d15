package dev.idem.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The part of an operation's policy that one place sets: its annotation, or its configuration. Null means: not set here.
 *
 * @param enabled false: calls go straight through; set in configuration only
 * @param ttl how long an outcome is replayed
 * @param lockWait how long a duplicate waits
 * @param lease how long the claim of a dead owner blocks
 * @param store the name of the store
 */
public record PolicyOverrides(
        @Nullable Boolean enabled,
        @Nullable Duration ttl,
        @Nullable Duration lockWait,
        @Nullable Duration lease,
        @Nullable String store) {

    public static final PolicyOverrides NONE = new PolicyOverrides(null, null, null, null, null);

    public PolicyOverrides withTtl(Duration value) {
        return new PolicyOverrides(enabled, value, lockWait, lease, store);
    }

    public PolicyOverrides withLockWait(Duration value) {
        return new PolicyOverrides(enabled, ttl, value, lease, store);
    }

    public PolicyOverrides withLease(Duration value) {
        return new PolicyOverrides(enabled, ttl, lockWait, value, store);
    }

    public PolicyOverrides withStore(String value) {
        return new PolicyOverrides(enabled, ttl, lockWait, lease, value);
    }
}
