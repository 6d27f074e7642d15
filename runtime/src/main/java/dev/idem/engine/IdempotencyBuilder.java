package dev.idem.engine;

import dev.idem.StoreFailure;
import dev.idem.codec.ResultCodec;
import dev.idem.store.IdempotencyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Builds an {@link Idempotency} where no framework does. Not thread-safe. */
public final class IdempotencyBuilder {

    /** For records that never leave this process: nobody else could collide with them. */
    private static final String NAMELESS = "-";

    private final Map<String, PolicyOverrides> operations = new HashMap<>();
    private @Nullable IdempotencyStore store;
    private @Nullable IdempotencyStore localStore;
    private @Nullable String application;
    private @Nullable ResultCodec codec;
    private TenantResolver tenants = Optional::empty;
    private CallPolicy policy = CallPolicy.DEFAULT;
    private EngineLimits limits = EngineLimits.DEFAULT;
    private Optional<Transactions> transactions = Optional.empty();
    private Optional<Retrier> retrier = Optional.empty();
    private CallObserver observer = CallObserver.NONE;

    IdempotencyBuilder() {}

    /** Where records lie, for all operations. Needed. It is not closed with what is built. */
    public IdempotencyBuilder store(IdempotencyStore value) {
        store = value;
        return this;
    }

    /** Where records lie of operations with {@link StoreFailure#LOCAL_ONLY} while the store gives no answer. */
    public IdempotencyBuilder localStore(IdempotencyStore value) {
        localStore = value;
        return this;
    }

    /** The application's name, a part of every record's address, the same on all its nodes. Needed for a shared store. */
    public IdempotencyBuilder application(String value) {
        application = value;
        return this;
    }

    /** Writes and reads results. Default: the one that {@link ServiceLoader} finds, which is JSON by Jackson. */
    public IdempotencyBuilder codec(ResultCodec value) {
        codec = value;
        return this;
    }

    /** Names the tenant of a call. Default: calls have none. */
    public IdempotencyBuilder tenants(TenantResolver value) {
        tenants = value;
        return this;
    }

    /** How calls are guarded where neither their annotation nor {@link #operation} says otherwise. */
    public IdempotencyBuilder policy(CallPolicy value) {
        policy = value;
        return this;
    }

    /** How the calls of one operation are guarded, whatever their annotation says. */
    public IdempotencyBuilder operation(String name, PolicyOverrides overrides) {
        operations.put(name, overrides);
        return this;
    }

    public IdempotencyBuilder limits(EngineLimits value) {
        limits = value;
        return this;
    }

    /** The transactions that calls can join. Default: an operation that joins transactions is refused. */
    public IdempotencyBuilder transactions(Transactions value) {
        transactions = Optional.of(value);
        return this;
    }

    /** Decides about further attempts, as {@code Resilience4jRetrier} does. Default: an operation with more than one is refused. */
    public IdempotencyBuilder retrier(Retrier value) {
        retrier = Optional.of(value);
        return this;
    }

    /** Is told what becomes of calls. Default: nobody. For the times of a store's commands, give it an {@code ObservedStore}. */
    public IdempotencyBuilder observer(CallObserver value) {
        observer = value;
        return this;
    }

    /**
     * What was described so far.
     *
     * @throws IllegalStateException if something is missing or contradicts something else; the message says what to do
     */
    public Idempotency build() {
        if (store == null) {
            throw new IllegalStateException("There is no store. Give the builder one, such as a CaffeineStore.");
        }
        BuiltGuards guards = new BuiltGuards(
                policy, Map.copyOf(operations), store, Optional.ofNullable(localStore), retrier, observer);
        guards.check();
        return Idempotency.of(new IdempotencyEngine(
                name(store), tenants, guards, codec == null ? foundCodec() : codec, limits, transactions));
    }

    private String name(IdempotencyStore where) {
        if (application != null) {
            return application;
        }
        if (where.timeout().isZero()) {
            return NAMELESS;
        }
        throw new IllegalStateException(
                "The store is shared with other processes, but the application has no name to keep"
                        + " its records apart from theirs. Give the builder an application name, the same on every node.");
    }

    private static ResultCodec foundCodec() {
        try {
            return ServiceLoader.load(ResultCodec.class, ResultCodec.class.getClassLoader())
                    .findFirst()
                    .orElseThrow(() -> noCodec(null));
        } catch (ServiceConfigurationError | LinkageError e) {
            throw noCodec(e);
        }
    }

    private static IllegalStateException noCodec(@Nullable Throwable cause) {
        return new IllegalStateException(
                "Results cannot be recorded: no JSON library is on the class path, and the builder has no codec. Add"
                        + " com.fasterxml.jackson.core:jackson-databind, or give the builder a codec.",
                cause);
    }
}
