package dev.idem.engine;

import dev.idem.store.IdempotencyStore;
import dev.idem.store.redisson.RedisClients;
import dev.idem.store.redisson.RedissonStore;
import dev.idem.testing.TestRedis;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.redisson.api.RedissonClient;

final class RedissonBatchTest extends BatchContract {

    @RegisterExtension
    static final TestRedis REDIS = new TestRedis();

    private static RedissonClient client;
    private static RedissonClient otherClient;
    private static RedissonStore store;
    private static RedissonStore other;

    @BeforeAll
    static void connect() {
        client = RedisClients.connect(REDIS.address());
        otherClient = RedisClients.connect(REDIS.address());
        store = new RedissonStore(client, "shop", Duration.ofSeconds(10));
        other = new RedissonStore(otherClient, "shop", Duration.ofSeconds(10));
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
