package dev.idem.engine;

import dev.idem.StoreFailure;
import dev.idem.store.IdempotencyStore;
import java.util.Optional;

/**
 * How the calls of one operation are guarded, and where their records lie.
 *
 * @param store where the records lie
 * @param fallback where they lie while the store gives no answer, in this process; there for {@link
 *     StoreFailure#LOCAL_ONLY} and only then
 */
public record Guard(CallPolicy policy, IdempotencyStore store, Optional<IdempotencyStore> fallback) {

    public Guard {
        if (fallback.isPresent() != (policy.onStoreFailure() == StoreFailure.LOCAL_ONLY)) {
            throw new IllegalArgumentException("A fallback belongs to LOCAL_ONLY, and to nothing else: " + policy);
        }
    }

    /** Without a fallback. */
    public Guard(CallPolicy policy, IdempotencyStore store) {
        this(policy, store, Optional.empty());
    }
}
