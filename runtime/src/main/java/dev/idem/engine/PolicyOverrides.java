package dev.idem.engine;

import dev.idem.OwnerCrash;
import dev.idem.StoreFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The part of an operation's policy that one place sets: its annotation, or its configuration. Null means: not set here.
 *
 * @param enabled false: calls go straight through; set in configuration only
 * @param ttl how long an outcome is replayed
 * @param lockWait how long a duplicate waits
 * @param lease how long the claim of a dead owner blocks
 * @param onStoreFailure what becomes of a call when the store gives no answer
 * @param onOwnerCrash what becomes of a call whose owner died
 * @param store the name of the store
 * @param tenancy whether tenants are kept apart; set in configuration only
 * @param retry what is set of how often the method is tried
 */
public record PolicyOverrides(
        @Nullable Boolean enabled,
        @Nullable Duration ttl,
        @Nullable Duration lockWait,
        @Nullable Duration lease,
        @Nullable StoreFailure onStoreFailure,
        @Nullable OwnerCrash onOwnerCrash,
        @Nullable String store,
        @Nullable Tenancy tenancy,
        @Nullable RetryOverrides retry) {

    public static final PolicyOverrides NONE =
            new PolicyOverrides(null, null, null, null, null, null, null, null, null);

    public PolicyOverrides withEnabled(boolean value) {
        return new PolicyOverrides(value, ttl, lockWait, lease, onStoreFailure, onOwnerCrash, store, tenancy, retry);
    }

    public PolicyOverrides withTtl(Duration value) {
        return new PolicyOverrides(
                enabled, value, lockWait, lease, onStoreFailure, onOwnerCrash, store, tenancy, retry);
    }

    public PolicyOverrides withLockWait(Duration value) {
        return new PolicyOverrides(enabled, ttl, value, lease, onStoreFailure, onOwnerCrash, store, tenancy, retry);
    }

    public PolicyOverrides withLease(Duration value) {
        return new PolicyOverrides(enabled, ttl, lockWait, value, onStoreFailure, onOwnerCrash, store, tenancy, retry);
    }

    public PolicyOverrides withOnStoreFailure(StoreFailure value) {
        return new PolicyOverrides(enabled, ttl, lockWait, lease, value, onOwnerCrash, store, tenancy, retry);
    }

    public PolicyOverrides withOnOwnerCrash(OwnerCrash value) {
        return new PolicyOverrides(enabled, ttl, lockWait, lease, onStoreFailure, value, store, tenancy, retry);
    }

    public PolicyOverrides withStore(String value) {
        return new PolicyOverrides(enabled, ttl, lockWait, lease, onStoreFailure, onOwnerCrash, value, tenancy, retry);
    }

    public PolicyOverrides withTenancy(Tenancy value) {
        return new PolicyOverrides(enabled, ttl, lockWait, lease, onStoreFailure, onOwnerCrash, store, value, retry);
    }

    public PolicyOverrides withRetry(RetryOverrides value) {
        return new PolicyOverrides(enabled, ttl, lockWait, lease, onStoreFailure, onOwnerCrash, store, tenancy, value);
    }
}
