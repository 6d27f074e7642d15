package dev.idem.engine;

import dev.idem.store.IdempotencyStore;
import dev.idem.store.caffeine.TieredStore;
import dev.idem.store.redisson.RedisClients;
import dev.idem.store.redisson.RedissonStore;
import dev.idem.testing.TestRedis;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.redisson.api.RedissonClient;

final class TieredBatchTest extends BatchContract {

    @RegisterExtension
    static final TestRedis REDIS = new TestRedis();

    private static RedissonClient client;
    private static RedissonClient otherClient;
    private static TieredStore store;
    private static TieredStore other;

    @BeforeAll
    static void connect() {
        client = RedisClients.connect(REDIS.address());
        otherClient = RedisClients.connect(REDIS.address());
        store = tiered(client);
        other = tiered(otherClient);
    }

    private static TieredStore tiered(RedissonClient client) {
        RedissonStore shared = new RedissonStore(client, "shop", Duration.ofSeconds(10));
        return new TieredStore(shared, 64 << 20, Duration.ofMinutes(10));
    }

    @AfterAll
    static void disconnect() {
        store.close();
        other.close();
        client.shutdown();
        otherClient.shutdown();
    }

    @Override
    protected IdempotencyStore store() {
        return store;
    }

    @Override
    protected IdempotencyStore otherProcess() {
        return other;
    }
}
