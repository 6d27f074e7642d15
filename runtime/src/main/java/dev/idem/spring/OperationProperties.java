package dev.idem.spring;

import dev.idem.engine.PolicyOverrides;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one operation, {@code idem.operations[<operation>].*}. They win over its annotation.
 *
 * @param enabled Whether calls of the operation are guarded.
 * @param ttl How long an outcome is replayed.
 * @param lockWait How long a duplicate waits for the running call.
 * @param lease How long the claim of a dead owner blocks its key.
 * @param store Where the operation's records are kept.
 */
public record OperationProperties(
        @Nullable Boolean enabled,
        @Nullable Duration ttl,
        @Nullable Duration lockWait,
        @Nullable Duration lease,
        @Nullable String store) {

    PolicyOverrides overrides() {
        return new PolicyOverrides(enabled, ttl, lockWait, lease, store);
    }
}
