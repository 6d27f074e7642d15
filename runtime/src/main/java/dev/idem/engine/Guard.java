package dev.idem.engine;

import dev.idem.StoreFailure;
import dev.idem.store.IdempotencyStore;
import java.util.List;
import java.util.Optional;

/**
 * How the calls of one operation are guarded, and where their records lie.
 *
 * @param store where the records lie
 * @param fallback where they lie while the store gives no answer, in this process; there for {@link
 *     StoreFailure#LOCAL_ONLY} and only then
 * @param retrier decides about further attempts; there if the policy has more than one
 * @param observer is told what becomes of the calls
 */
public record Guard(
        CallPolicy policy,
        IdempotencyStore store,
        Optional<IdempotencyStore> fallback,
        Optional<Retrier> retrier,
        OperationObserver observer) {

    public Guard {
        if (policy.retries() && retrier.isEmpty()) {
            throw new IllegalArgumentException("Nobody decides about further attempts: " + policy);
        }
        if (fallback.isPresent() != (policy.onStoreFailure() == StoreFailure.LOCAL_ONLY)) {
            throw new IllegalArgumentException("A fallback belongs to LOCAL_ONLY, and to nothing else: " + policy);
        }
        observer = OperationObserver.all(List.of(observer));
    }

    /** Nobody is told what becomes of the calls. */
    public Guard(
            CallPolicy policy, IdempotencyStore store, Optional<IdempotencyStore> fallback, Optional<Retrier> retrier) {
        this(policy, store, fallback, retrier, OperationObserver.NONE);
    }

    /** One attempt at each call. */
    public Guard(CallPolicy policy, IdempotencyStore store, Optional<IdempotencyStore> fallback) {
        this(policy, store, fallback, Optional.empty());
    }

    /** One attempt at each call, and no fallback. */
    public Guard(CallPolicy policy, IdempotencyStore store) {
        this(policy, store, Optional.empty());
    }
}
