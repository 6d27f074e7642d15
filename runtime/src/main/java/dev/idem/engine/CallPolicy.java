package dev.idem.engine;

import dev.idem.OwnerCrash;
import dev.idem.StoreFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the calls of one operation are guarded.
 *
 * @param enabled false: calls go straight through
 * @param ttl how long an outcome is replayed
 * @param lockWait how long a duplicate waits; zero: not at all
 * @param lease how long the claim of a dead owner blocks
 * @param onStoreFailure what becomes of a call when the store gives no answer; never the default
 * @param onOwnerCrash what becomes of a call whose owner died; never the default
 * @param store the name of the store
 * @param tenancy whether tenants are kept apart
 * @param retry how often the method is tried
 */
public record CallPolicy(
        boolean enabled,
        Duration ttl,
        Duration lockWait,
        Duration lease,
        StoreFailure onStoreFailure,
        OwnerCrash onOwnerCrash,
        String store,
        Tenancy tenancy,
        RetryPolicy retry) {

    /** The design's defaults, over the in-process store. */
    public static final CallPolicy DEFAULT = new CallPolicy(
            true,
            Duration.ofHours(24),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            StoreFailure.REJECT,
            OwnerCrash.RERUN,
            "local",
            Tenancy.CURRENT,
            RetryPolicy.ONCE);

    /** This policy, where the given place does not set something else. */
    public CallPolicy with(PolicyOverrides place) {
        return new CallPolicy(
                orElse(place.enabled(), enabled),
                orElse(place.ttl(), ttl),
                orElse(place.lockWait(), lockWait),
                orElse(place.lease(), lease),
                orElse(place.onStoreFailure(), onStoreFailure),
                orElse(place.onOwnerCrash(), onOwnerCrash),
                orElse(place.store(), store),
                orElse(place.tenancy(), tenancy),
                place.retry() == null ? retry : retry.with(place.retry()));
    }

    /** Whether a call's method may be tried more than once. */
    public boolean retries() {
        return enabled && retry.maxAttempts() > 1;
    }

    private static <T> T orElse(@Nullable T value, T fallback) {
        return value == null ? fallback : value;
    }
}
