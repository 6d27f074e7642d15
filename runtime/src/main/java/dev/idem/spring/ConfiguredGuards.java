package dev.idem.spring;

import dev.idem.StoreFailure;
import dev.idem.engine.CallPolicy;
import dev.idem.engine.Guard;
import dev.idem.engine.Guards;
import dev.idem.engine.Operation;
import dev.idem.engine.PolicyOverrides;
import dev.idem.engine.PolicyViolation;
import dev.idem.store.IdempotencyStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Guards operations as configured: settings of the operation win over its annotation, which wins over the defaults.
 * Where everything is switched off no store is opened but the local one.
 */
final class ConfiguredGuards implements Guards {

    private static final String DEFAULTS = "the defaults under 'idem'";

    private final IdempotencyProperties properties;
    private final Stores stores;
    private final boolean transactional;
    private final Map<Operation, Guard> guards = new ConcurrentHashMap<>();

    ConfiguredGuards(IdempotencyProperties properties, Stores stores, boolean transactional) {
        this.properties = properties;
        this.stores = stores;
        this.transactional = transactional;
        guard(DEFAULTS, properties.defaultPolicy());
    }

    @Override
    public Guard guardOf(Operation operation) {
        return guards.computeIfAbsent(operation, this::decide);
    }

    @Override
    public PolicyOverrides annotated(String operation) {
        return Guards.annotated(operation, guards.keySet());
    }

    private Guard decide(Operation operation) {
        if (operation.joinsTransaction() && !transactional) {
            throw new IdempotencySetupException(
                    "Operation '" + operation.name()
                            + "' joins the caller's transaction, but Spring's transactions are not"
                            + " on the class path.",
                    "Add org.springframework:spring-tx, or remove joinsTransaction from the annotation.");
        }
        CallPolicy policy =
                properties.defaultPolicy().with(operation.overrides()).with(configured(operation.name()));
        return guard("operation '" + operation.name() + "'", policy);
    }

    private Guard guard(String place, CallPolicy policy) {
        if (!properties.enabled()) {
            return new Guard(unguarded(policy), stores.named("local"));
        }
        IdempotencyStore store = stores.named(policy.store());
        PolicyViolation.of(place, policy, store.timeout()).ifPresent(ConfiguredGuards::refuse);
        stores.askNewOnes();
        return policy.onStoreFailure() == StoreFailure.LOCAL_ONLY
                ? new Guard(policy, store, Optional.of(stores.named("local")))
                : new Guard(policy, store);
    }

    private static void refuse(PolicyViolation violation) {
        throw new IdempotencySetupException(violation.description(), violation.action());
    }

    private PolicyOverrides configured(String operation) {
        OperationProperties settings = properties.operations().get(operation);
        return settings == null ? PolicyOverrides.NONE : settings.overrides();
    }

    private static CallPolicy unguarded(CallPolicy policy) {
        return policy.with(PolicyOverrides.NONE.withEnabled(false).withOnStoreFailure(StoreFailure.REJECT));
    }
}
