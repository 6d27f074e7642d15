package dev.idem.spring;

import dev.idem.OwnerCrash;
import dev.idem.StoreFailure;
import dev.idem.engine.PolicyOverrides;
import dev.idem.engine.RetryOverrides;
import dev.idem.engine.Tenancy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one operation, {@code idem.operations[<operation>].*}. They win over its annotation.
 *
 * @param enabled Whether calls of the operation are guarded.
 * @param ttl How long an outcome is replayed.
 * @param lockWait How long a duplicate waits for the running call.
 * @param lease How long the claim of a dead owner blocks its key.
 * @param onStoreFailure What becomes of a call when the store gives no answer to its first claim.
 * @param onOwnerCrash What becomes of a call whose owner died in the middle of the run.
 * @param store Where the operation's records are kept.
 * @param tenant Whether the current tenant is part of the address of the operation's records.
 * @param retry How often the operation's method is tried.
 */
public record OperationProperties(
        @Nullable Boolean enabled,
        @Nullable Duration ttl,
        @Nullable Duration lockWait,
        @Nullable Duration lease,
        @Nullable StoreFailure onStoreFailure,
        @Nullable OwnerCrash onOwnerCrash,
        @Nullable String store,
        @Nullable Tenancy tenant,
        @Nullable Retry retry) {

    PolicyOverrides overrides() {
        return new PolicyOverrides(
                enabled,
                ttl,
                lockWait,
                lease,
                set(onStoreFailure),
                set(onOwnerCrash),
                store,
                tenant,
                retry == null ? null : retry.overrides());
    }

    private static @Nullable StoreFailure set(@Nullable StoreFailure value) {
        return value == StoreFailure.DEFAULT ? null : value;
    }

    private static @Nullable OwnerCrash set(@Nullable OwnerCrash value) {
        return value == OwnerCrash.DEFAULT ? null : value;
    }

    /**
     * The numbers of {@code retry}, {@code idem.operations[<operation>].retry.*}. Which failures are worth another attempt
     * is said in the annotation.
     *
     * @param maxAttempts How often the method is tried at most, the first time included. With 1 it is not tried again.
     * @param backoff Delay after the first failure, before jitter. Doubled after each further one.
     * @param maxBackoff Longest delay between two attempts, whatever a server asks for.
     * @param jitter Part of each delay that is left to chance, from 0 to 1.
     */
    public record Retry(
            @Nullable Integer maxAttempts,
            @Nullable Duration backoff,
            @Nullable Duration maxBackoff,
            @Nullable Double jitter) {

        RetryOverrides overrides() {
            return new RetryOverrides(maxAttempts, backoff, maxBackoff, jitter, /* on= */ null, /* never= */ null);
        }
    }
}
