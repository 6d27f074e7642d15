package dev.idem.spring;

import dev.idem.OwnerCrash;
import dev.idem.StoreFailure;
import dev.idem.engine.PolicyOverrides;
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
 */
public record OperationProperties(
        @Nullable Boolean enabled,
        @Nullable Duration ttl,
        @Nullable Duration lockWait,
        @Nullable Duration lease,
        @Nullable StoreFailure onStoreFailure,
        @Nullable OwnerCrash onOwnerCrash,
        @Nullable String store,
        @Nullable Tenancy tenant) {

    PolicyOverrides overrides() {
        return new PolicyOverrides(
                enabled, ttl, lockWait, lease, set(onStoreFailure), set(onOwnerCrash), store, tenant);
    }

    private static @Nullable StoreFailure set(@Nullable StoreFailure value) {
        return value == StoreFailure.DEFAULT ? null : value;
    }

    private static @Nullable OwnerCrash set(@Nullable OwnerCrash value) {
        return value == OwnerCrash.DEFAULT ? null : value;
    }
}
