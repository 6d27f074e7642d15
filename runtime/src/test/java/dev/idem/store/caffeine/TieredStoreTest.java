package dev.idem.store.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.key.RecordAddress;
import dev.idem.store.Completion;
import dev.idem.store.Conflict;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.StoreContract;
import dev.idem.store.redisson.RedisClients;
import dev.idem.store.redisson.RedisTime;
import dev.idem.store.redisson.RedissonStore;
import dev.idem.testing.TestRedis;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.redisson.api.RedissonClient;

final class TieredStoreTest extends StoreContract {

    @RegisterExtension
    static final TestRedis REDIS = new TestRedis();

    private static RedissonClient client;
    private static RedissonClient otherClient;
    private static ManualTicker ticker;
    private static TieredStore store;
    private static TieredStore other;

    @BeforeAll
    static void connect() {
        client = RedisClients.connect(REDIS.address());
        otherClient = RedisClients.connect(REDIS.address());
        ticker = new ManualTicker();
        store = tiered(client);
        other = tiered(otherClient);
    }

    private static TieredStore tiered(RedissonClient client) {
        RedissonStore shared = new RedissonStore(client, "shop", Duration.ofSeconds(2));
        return new TieredStore(shared, 64 << 20, Duration.ofMinutes(10), ticker);
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
        ticker.advance(time);
    }

    @Test
    void peek_completedHere_knowsTheOutcome() {
        complete(granted("a"), FIRST);

        assertCompleted(store.peek(address, CONTENT).orElseThrow(), FIRST);
        assertThat(other.peek(address, CONTENT)).isEmpty();
    }

    @Test
    void clear_forgetsTheCopies() {
        complete(granted("a"), FIRST);
        store.clear();
        assertThat(store.peek(address, CONTENT)).isEmpty();
    }

    @Test
    void peek_completedElsewhere_knowsTheOutcomeOnceItWasAskedFor() {
        complete(granted("a"), FIRST);
        await(other.claim(request("b")));

        assertCompleted(other.peek(address, CONTENT).orElseThrow(), FIRST);
    }

    @Test
    void peek_completedTogether_knowsTheOutcome() {
        await(store.completeAll(List.of(new Completion(granted("a"), FIRST, Duration.ZERO))));

        assertCompleted(store.peek(address, CONTENT).orElseThrow(), FIRST);
    }

    @Test
    void peek_claimedTogetherWhenItWasCompletedElsewhere_knowsTheOutcome() {
        complete(granted("a"), FIRST);
        await(other.claimAll(List.of(request("b"))));

        assertCompleted(other.peek(address, CONTENT).orElseThrow(), FIRST);
    }

    @Test
    void peek_inProgress_knowsNothing() {
        granted("a");

        assertThat(store.peek(address, CONTENT)).isEmpty();
    }

    @Test
    void peek_otherContent_isAConflict() {
        complete(granted("a"), FIRST);

        assertThat(store.peek(address, OTHER_CONTENT)).contains(new Conflict());
    }

    @Test
    void peek_evictedElsewhere_forgetsTheCopy() {
        complete(granted("a"), FIRST);

        await(other.evict(address, TTL));

        Awaitility.await()
                .untilAsserted(() -> assertThat(store.peek(address, CONTENT)).isEmpty());
    }
}
