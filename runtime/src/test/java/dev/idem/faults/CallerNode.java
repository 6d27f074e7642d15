package dev.idem.faults;

import dev.idem.codec.ResultType;
import dev.idem.engine.CallPolicy;
import dev.idem.engine.EngineLimits;
import dev.idem.engine.Guard;
import dev.idem.engine.Guards;
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
import org.redisson.api.RedissonClient;

/** One node as an application has it: the client of the properties, a tiered store, an engine. */
final class CallerNode implements AutoCloseable {

    private static final long LOCAL_WEIGHT = 16 << 20;
    private static final Duration LOCAL_TTL = Duration.ofMinutes(1);
    private static final Operation OPERATION = new Operation(
            "charge",
            "charge",
            List.of(String.class, String.class),
            ResultType.of(String.class),
            PolicyOverrides.NONE,
            (arguments, out) -> out.value((String) arguments[1]),
            Operation::neverBypassed,
            arguments -> (String) arguments[0]);

    private final ThreadLocal<Optional<String>> tenant = ThreadLocal.withInitial(Optional::empty);
    private final RedissonClient client;
    private final RedissonStore shared;
    private final TieredStore store;
    private final IdempotencyEngine engine;

    CallerNode(CallerSettings settings, GapWatch watch) {
        String master = settings.sentinelMaster().isEmpty() ? null : settings.sentinelMaster();
        client = LeanClients.to(settings.servers(), master, Terms.STORE_TIMEOUT);
        shared = new RedissonStore(client, "shop", Terms.STORE_TIMEOUT);
        store = new TieredStore(watch.watched(shared), LOCAL_WEIGHT, LOCAL_TTL);
        engine = new IdempotencyEngine("shop", tenant::get, guards(settings), new StringCodec(), EngineLimits.DEFAULT);
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

    private Guards guards(CallerSettings settings) {
        CallPolicy policy = settings.terms().policy();
        Optional<IdempotencyStore> fallback = settings.terms().equals(Terms.LOCAL_ONLY)
                ? Optional.of(new CaffeineStore(LOCAL_WEIGHT))
                : Optional.empty();
        Guard guard = new Guard(policy, store, fallback);
        return operation -> guard;
    }
}
