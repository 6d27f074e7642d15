package dev.idem.faults;

import dev.idem.StoreFailure;
import dev.idem.StoreUnavailableException;
import dev.idem.codec.ResultType;
import dev.idem.engine.CallPolicy;
import dev.idem.engine.EngineLimits;
import dev.idem.engine.Guard;
import dev.idem.engine.IdempotencyEngine;
import dev.idem.engine.Invocation;
import dev.idem.engine.Operation;
import dev.idem.engine.PolicyOverrides;
import dev.idem.spring.redisson.LeanClients;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.caffeine.CaffeineStore;
import dev.idem.store.caffeine.TieredStore;
import dev.idem.store.redisson.RedissonStore;
import dev.idem.testing.StringCodec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.redisson.api.RedissonClient;

/** One node as an application has it: the client of the properties, a tiered store, an engine. */
final class CallerNode implements AutoCloseable {

    private static final long LOCAL_WEIGHT = 1 << 20;
    private static final Duration LOCAL_TTL = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final Operation OPERATION = new Operation(
                    "charge",
                    "charge",
                    List.of(String.class, String.class),
                    ResultType.of(String.class),
                    PolicyOverrides.NONE,
                    (arguments, out) -> out.value((String) arguments[1]))
            .withClientKey(arguments -> (String) arguments[0]);

    private final ThreadLocal<Optional<String>> tenant = ThreadLocal.withInitial(Optional::empty);
    private final RedissonClient client;
    private final RedissonStore shared;
    private final TieredStore store;
    private final IdempotencyEngine engine;

    /** The node of a caller. */
    CallerNode(CallerSettings settings, GapWatch watch) {
        this(
                LeanClients.to(
                        settings.servers(),
                        settings.sentinelMaster().isEmpty() ? null : settings.sentinelMaster(),
                        Terms.STORE_TIMEOUT),
                settings.terms().policy(),
                watch::watched);
    }

    /**
     * A node on its own.
     *
     * @param line what stands between the engine's copies and the shared store
     */
    CallerNode(RedissonClient client, CallPolicy policy, UnaryOperator<IdempotencyStore> line) {
        this.client = client;
        shared = new RedissonStore(client, "shop", Terms.STORE_TIMEOUT);
        store = new TieredStore(line.apply(shared), LOCAL_WEIGHT, LOCAL_TTL);
        Optional<IdempotencyStore> fallback = policy.onStoreFailure() == StoreFailure.LOCAL_ONLY
                ? Optional.of(new CaffeineStore(LOCAL_WEIGHT))
                : Optional.empty();
        Guard guard = new Guard(policy, store, fallback);
        engine = new IdempotencyEngine(
                "shop", tenant::get, operation -> guard, new StringCodec(), EngineLimits.DEFAULT, Optional.empty());
    }

    /** Waits for the store to answer a call, which is no part of any history. */
    void connect() {
        Request request = new Request("none", UUID.randomUUID().toString(), "usual");
        while (tryCall(request).isEmpty()) {
            Harm.lasts(LOOK_AGAIN);
        }
    }

    /** The answer, which is the request's address; empty if the store gave none. */
    Optional<String> tryCall(Request request) {
        try {
            return Optional.of(call(request, request::address));
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers a request, by running the invocation or not. */
    String call(Request request, Invocation invocation) throws Throwable {
        tenant.set(Optional.of(request.tenant()));
        Object answer = engine.execute(OPERATION, new Object[] {request.key(), request.content()}, invocation);
        return String.valueOf(answer);
    }

    @Override
    public void close() {
        engine.close();
        store.close();
        shared.close();
        client.shutdown();
    }
}
