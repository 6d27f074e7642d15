package dev.idem.engine;

import dev.idem.StoreUnavailableException;
import dev.idem.codec.ResultType;
import dev.idem.key.RecordAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Idempotent calls in code, for what no annotation fits, and what operators do with records. Thread-safe.
 *
 * <p>An operation has the policies that are configured for its name, after those of the annotated method of that name, if
 * this process has met one.
 */
public final class Idempotency {

    private final IdempotencyEngine engine;
    private final Optional<TenantResolver> tenants;
    private final ConcurrentMap<NamedType, Operation> operations;

    private Idempotency(
            IdempotencyEngine engine,
            Optional<TenantResolver> tenants,
            ConcurrentMap<NamedType, Operation> operations) {
        this.engine = engine;
        this.tenants = tenants;
        this.operations = operations;
    }

    /** Calls of the current tenant, as the engine's resolver names it. */
    public static Idempotency of(IdempotencyEngine engine) {
        return new Idempotency(engine, Optional.empty(), new ConcurrentHashMap<>());
    }

    /**
     * The same for this tenant, whoever makes the call. Null: for calls without a tenant. An operation whose tenants are
     * not kept apart ({@link Tenancy#NONE}) stays so.
     */
    public Idempotency forTenant(@Nullable String tenant) {
        return new Idempotency(engine, Optional.of(() -> Optional.ofNullable(tenant)), operations);
    }

    /**
     * Runs the method, or answers with what the same call answered before.
     *
     * @param type of the result, as it is recorded
     * @throws Exception what the method throws, unchanged, or an {@link dev.idem.IdempotencyException}
     */
    public <T> @Nullable T call(CallKey key, Class<T> type, Callable<? extends @Nullable T> method) throws Exception {
        return type.cast(call(key, ResultType.of(type), method));
    }

    /**
     * The same for a generic type.
     *
     * @return of the given type
     */
    public @Nullable Object call(CallKey key, ResultType type, Callable<?> method) throws Exception {
        Operation operation = operation(key.operation(), type);
        try {
            return engine.execute(operation, key, tenants, method::call);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A Callable threw what it cannot.", e);
        }
    }

    /**
     * Removes the record of a call, in every tier and process: the next call runs. A run under way goes on; its caller
     * gets its result, which is not recorded.
     *
     * @return whether there was a record
     * @throws StoreUnavailableException if the store gives no answer; whether the record is gone is then unknown
     */
    public boolean evict(String operation, String key) {
        Operation named = operation(operation, ResultType.of(Void.class));
        Guard guard = engine.guardOf(named);
        RecordAddress address = engine.addressOf(named, key, tenants);
        guard.fallback()
                .ifPresent(
                        fallback -> join(fallback.evict(address, guard.policy().ttl())));
        return join(guard.store().evict(address, guard.policy().ttl()));
    }

    private static boolean join(CompletionStage<Boolean> evicted) {
        try {
            return Stages.join(evicted.toCompletableFuture(), () -> {});
        } catch (Throwable e) {
            throw new StoreUnavailableException(
                    "The store gave no answer (" + e.getMessage() + "), so the record may or may not be gone. Evict it"
                            + " again when the store is back.",
                    e);
        }
    }

    private Operation operation(String name, ResultType type) {
        return operations.computeIfAbsent(
                new NamedType(name, type),
                same -> new Operation(name, name, List.of(), type, engine.annotated(name), (arguments, out) -> {}));
    }

    private record NamedType(String operation, ResultType type) {}
}
