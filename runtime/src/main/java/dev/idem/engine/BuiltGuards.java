package dev.idem.engine;

import dev.idem.StoreFailure;
import dev.idem.store.IdempotencyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** One store for all operations: settings of an operation win over its annotation, which wins over the defaults. */
final class BuiltGuards implements Guards {

    private final CallPolicy defaults;
    private final Map<String, PolicyOverrides> operations;
    private final IdempotencyStore store;
    private final Optional<IdempotencyStore> localStore;
    private final Optional<Retrier> retrier;
    private final CallObserver observer;
    private final ConcurrentMap<Operation, Guard> guards = new ConcurrentHashMap<>();

    BuiltGuards(
            CallPolicy defaults,
            Map<String, PolicyOverrides> operations,
            IdempotencyStore store,
            Optional<IdempotencyStore> localStore,
            Optional<Retrier> retrier,
            CallObserver observer) {
        this.defaults = defaults;
        this.operations = operations;
        this.store = store;
        this.localStore = localStore;
        this.retrier = retrier;
        this.observer = CallObserver.all(List.of(observer));
    }

    /** Refuses defaults that no operation could have. */
    void check() {
        guard("the defaults", defaults, OperationObserver.NONE);
    }

    @Override
    public Guard guardOf(Operation operation) {
        Guard known = guards.get(operation); // where it is known no lambda is made, and nothing locked
        return known == null ? guards.computeIfAbsent(operation, this::decide) : known;
    }

    private Guard decide(Operation operation) {
        CallPolicy policy = defaults.with(operation.overrides()).with(overrides(operation.name()));
        PolicyViolation.of(operation, policy).ifPresent(BuiltGuards::refuse);
        return guard("operation '" + operation.name() + "'", policy, observer.observe(operation));
    }

    @Override
    public PolicyOverrides annotated(String operation) {
        return Guards.annotated(operation, guards.keySet());
    }

    private PolicyOverrides overrides(String operation) {
        return operations.getOrDefault(operation, PolicyOverrides.NONE);
    }

    private Guard guard(String place, CallPolicy policy, OperationObserver told) {
        PolicyViolation.of(place, policy, store.timeout()).ifPresent(BuiltGuards::refuse);
        if (policy.retries() && retrier.isEmpty()) {
            throw new IllegalStateException("The calls of " + place
                    + " are tried more than once (retry), but nobody decides about further attempts. Add"
                    + " io.github.resilience4j:resilience4j-retry and give the builder a Resilience4jRetrier, or remove"
                    + " retry.");
        }
        if (policy.onStoreFailure() != StoreFailure.LOCAL_ONLY) {
            return new Guard(policy, store, Optional.empty(), retrier, told);
        }
        if (localStore.isEmpty()) {
            throw new IllegalStateException("The store failure policy of " + place
                    + " is LOCAL_ONLY, but there is no local store. Give the builder one, or choose REJECT.");
        }
        return new Guard(policy, store, localStore, retrier, told);
    }

    private static void refuse(PolicyViolation violation) {
        throw new IllegalStateException(violation.description() + " " + violation.action());
    }
}
