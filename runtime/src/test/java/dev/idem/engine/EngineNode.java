package dev.idem.engine;

import dev.idem.store.caffeine.TieredStore;
import dev.idem.store.redisson.RedisClients;
import dev.idem.store.redisson.RedissonStore;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.redisson.api.RedissonClient;

/** What one process has: a client of its own, a tiered store, and an engine. */
final class EngineNode implements AutoCloseable {

    private final RedissonClient client;
    private final RedissonStore shared;
    private final TieredStore store;
    private final IdempotencyEngine engine;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    EngineNode(String redis, Timer timer) {
        client = RedisClients.connect(redis);
        shared = new RedissonStore(client, "shop", Duration.ofSeconds(2));
        store = new TieredStore(shared, 64 << 20, Duration.ofMinutes(10));
        engine = new IdempotencyEngine(
                "shop",
                Optional::empty,
                operation -> new Guard(CallPolicy.DEFAULT, store),
                new TextCodec(),
                new EngineLimits(1_000, EngineLimits.DEFAULT.maxOutcomeSize()),
                Optional.empty(),
                timer,
                () -> UUID.randomUUID().toString());
    }

    Object call(String order, Invocation invocation) throws Throwable {
        return call(EngineTestBench.operation(), order, invocation);
    }

    Object call(Operation operation, String order, Invocation invocation) throws Throwable {
        return engine.execute(operation, new Object[] {order}, invocation);
    }

    /** The same on a thread of its own. */
    CompletableFuture<Object> callLater(String order, Invocation invocation) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                answer.complete(call(order, invocation));
            } catch (Throwable failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        engine.close();
        store.close();
        shared.close();
        client.shutdown();
    }
}
