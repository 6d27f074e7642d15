package dev.idem.spring;

import dev.idem.StoreFailure;
import dev.idem.engine.CallObserver;
import dev.idem.engine.CallPolicy;
import dev.idem.engine.Guard;
import dev.idem.engine.Guards;
import dev.idem.engine.Operation;
import dev.idem.engine.OperationObserver;
import dev.idem.engine.PolicyOverrides;
import dev.idem.engine.PolicyViolation;
import dev.idem.engine.Retrier;
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
    private final Optional<Retrier> retrier;
    private final CallObserver observer;
    private final Map<Operation, Guard> guards = new ConcurrentHashMap<>();

    ConfiguredGuards(
            IdempotencyProperties properties,
            Stores stores,
            boolean transactional,
            Optional<Retrier> retrier,
            CallObserver observer) {
        this.properties = properties;
        this.stores = stores;
        this.transactional = transactional;
        this.retrier = retrier;
        this.observer = observer;
        guard(DEFAULTS, properties.defaultPolicy(), OperationObserver.NONE);
    }

    @Override
    public Guard guardOf(Operation operation) {
        Guard known = guards.get(operation); // where it is known no lambda is made, and nothing locked
        return known == null ? guards.computeIfAbsent(operation, this::decide) : known;
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
        PolicyViolation.of(operation, policy).ifPresent(ConfiguredGuards::refuse);
        return guard("operation '" + operation.name() + "'", policy, observer.observe(operation));
    }

    private Guard guard(String place, CallPolicy policy, OperationObserver told) {
        if (!properties.enabled()) {
            return new Guard(unguarded(policy), stores.named("local"), Optional.empty(), Optional.empty(), told);
        }
        IdempotencyStore store = stores.named(policy.store());
        PolicyViolation.of(place, policy, store.timeout()).ifPresent(ConfiguredGuards::refuse);
        requireRetrier(place, policy);
        stores.askNewOnes();
        Optional<IdempotencyStore> fallback = policy.onStoreFailure() == StoreFailure.LOCAL_ONLY
                ? Optional.of(stores.named("local"))
                : Optional.empty();
        return new Guard(policy, store, fallback, retrier, told);
    }

    private void requireRetrier(String place, CallPolicy policy) {
        if (policy.retries() && retrier.isEmpty()) {
            throw new IdempotencySetupException(
                    "The calls of " + place + " are tried more than once (retry), but Resilience4j's retry is not on"
                            + " the class path.",
                    "Add io.github.resilience4j:resilience4j-retry, remove retry from the annotation, or set"
                            + " retry.max-attempts=1.");
        }
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
