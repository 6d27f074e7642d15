package dev.idem.engine;

import dev.idem.StoreUnavailableException;
import dev.idem.codec.ResultType;
import dev.idem.key.RecordAddress;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.RecordState;
import dev.idem.store.RecordView;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Idempotent calls in code, for what no annotation fits, and what operators do with records. Thread-safe.
 *
 * <p>An operation has the policies that are configured for its name, after those of the annotated method of that name, if
 * this process has met one.
 */
public final class Idempotency implements AutoCloseable {

    private final IdempotencyEngine engine;
    private final Optional<TenantResolver> tenants;
    private final ConcurrentMap<Named, Operation> operations;

    private Idempotency(
            IdempotencyEngine engine, Optional<TenantResolver> tenants, ConcurrentMap<Named, Operation> operations) {
        this.engine = engine;
        this.tenants = tenants;
        this.operations = operations;
    }

    /** Calls of the current tenant, as the engine's resolver names it. */
    public static Idempotency of(IdempotencyEngine engine) {
        return new Idempotency(engine, Optional.empty(), new ConcurrentHashMap<>());
    }

    /** For programs without a framework. */
    public static IdempotencyBuilder builder() {
        return new IdempotencyBuilder();
    }

    /** The engine that all calls meet in, for the doors. */
    public IdempotencyEngine engine() {
        return engine;
    }

    /** Closes the engine: renews and sends nothing more. Stores stay open. */
    @Override
    public void close() {
        engine.close();
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
        Operation operation = operation(key.operation(), type, ReturnShape.VALUE);
        return Thrown.asException(() -> engine.execute(operation, key, tenants, method::call));
    }

    /**
     * The same for work that ends later; no thread waits for it.
     *
     * @param method begins the work, at most once, on this thread or on one of ours
     * @return the caller's own: whoever cancels it waits no longer, and ends nothing that has begun. Fails with what the
     *     work fails with, unchanged, or with an {@link dev.idem.IdempotencyException}
     */
    public <T> CompletableFuture<@Nullable T> callAsync(
            CallKey key, Class<T> type, Callable<? extends CompletionStage<? extends @Nullable T>> method) {
        return callAsync(key, ResultType.of(type), method).thenApply(type::cast);
    }

    /**
     * The same for a generic type.
     *
     * @return completes with a value of the given type
     */
    public CompletableFuture<@Nullable Object> callAsync(
            CallKey key, ResultType type, Callable<? extends CompletionStage<?>> method) {
        Operation operation = operation(key.operation(), type, ReturnShape.STAGE);
        try {
            Object stage = engine.execute(operation, key, tenants, method::call);
            return ((CompletionStage<?>) Objects.requireNonNull(stage, "The method returned null instead of a stage."))
                    .<Object>thenApply(Function.identity())
                    .toCompletableFuture();
        } catch (Throwable failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    /**
     * What is known of a call, without making it.
     *
     * @param type of the result, as it was recorded
     * @throws StoreUnavailableException if the store gives no answer
     */
    public FoundCall find(CallKey key, ResultType type) {
        Operation operation = operation(key.operation(), type, ReturnShape.VALUE);
        return join(
                engine.find(operation, key, tenants),
                key.operation() + " [" + key.key() + "] could not be looked up",
                "so nothing is known of the call. Ask again");
    }

    /**
     * Does some work in which the first guarded call that this thread enters goes straight through: nothing is read or
     * stored. The calls that it makes in turn, and those after it, are guarded.
     *
     * @throws Exception what the work throws
     */
    public <T> @Nullable T bypass(Callable<? extends @Nullable T> work) throws Exception {
        Object result = Thrown.asException(() -> engine.scopes().bypassing(work::call));
        @SuppressWarnings("unchecked") // what the work returned
        T same = (T) result;
        return same;
    }

    /** The guarded call whose method this thread is running, the innermost of several; empty outside of them. */
    public Optional<CurrentCall> current() {
        return engine.scopes().current().innermost();
    }

    /**
     * Removes the record of a call, in every tier and process: the next call runs. A run under way goes on; its caller
     * gets its result, which is not recorded.
     *
     * @return whether there was a record
     * @throws StoreUnavailableException if the store gives no answer; whether the record is gone is then unknown
     */
    public boolean evict(String operation, String key) {
        Operation named = operation(operation, ResultType.of(Void.class), ReturnShape.VALUE);
        Guard guard = engine.guardOf(named);
        RecordAddress address = engine.addressOf(named, key, tenants);
        guard.fallback().ifPresent(fallback -> evict(fallback, address, guard));
        return evict(guard.store(), address, guard);
    }

    private static boolean evict(IdempotencyStore store, RecordAddress address, Guard guard) {
        return join(
                store.evict(address, guard.policy().ttl()),
                address.operation() + " [" + address.key() + "] could not be evicted for certain",
                "so its record may or may not be gone. Evict it again");
    }

    /**
     * What is known of the record of a call, without what is in it. For operators.
     *
     * @return of an outcome, the age is what its rest leaves of the operation's TTL; empty if that has been shortened since
     * @throws StoreUnavailableException if the store gives no answer
     */
    public RecordView look(String operation, String key) {
        Operation named = operation(operation, ResultType.of(Void.class), ReturnShape.VALUE);
        Guard guard = engine.guardOf(named);
        RecordView found = join(
                guard.store().look(engine.addressOf(named, key, tenants)),
                operation + " [" + key + "] could not be looked up",
                "so nothing is known of the record. Look again");
        Duration age = guard.policy().ttl().minus(found.rest());
        return found.state() == RecordState.COMPLETED && !age.isNegative()
                ? new RecordView(found.state(), found.rest(), Optional.of(age))
                : found;
    }

    /**
     * Forgets what the stores in use keep in this process: the local tier's copies, and all records of a local store. For
     * tests: what is running is forgotten too.
     */
    public void clear() {
        engine.clear();
    }

    private static <T> T join(CompletionStage<T> reply, String failed, String consequence) {
        try {
            return Stages.join(reply.toCompletableFuture(), () -> {});
        } catch (Throwable e) {
            throw new StoreUnavailableException(
                    failed + ": the store gave no answer (" + e.getMessage() + "), " + consequence
                            + " when the store is back.",
                    e);
        }
    }

    private Operation operation(String name, ResultType type, ReturnShape shape) {
        return operations.computeIfAbsent(
                new Named(name, type, shape),
                same -> new Operation(name, name, List.of(), type, engine.annotated(name), (arguments, out) -> {})
                        .withShape(shape));
    }

    private record Named(String operation, ResultType type, ReturnShape shape) {}
}
