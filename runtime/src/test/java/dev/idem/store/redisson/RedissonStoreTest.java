package dev.idem.store.redisson;

import dev.idem.key.RecordAddress;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.StoreContract;
import dev.idem.testing.TestRedis;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.redisson.api.RedissonClient;

final class RedissonStoreTest extends StoreContract {

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
        store = new RedissonStore(client, "shop", Duration.ofSeconds(2));
        other = new RedissonStore(otherClient, "shop", Duration.ofSeconds(2));
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

    @Override
    protected void pass(RecordAddress record, Duration time) {
        RedisTime.pass(client, record, time);
    }
}
