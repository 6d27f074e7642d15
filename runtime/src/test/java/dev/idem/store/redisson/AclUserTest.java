package dev.idem.store.redisson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.key.RecordAddress;
import dev.idem.spring.redisson.LeanClients;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.StoreContract;
import dev.idem.testing.DocumentedCode;
import dev.idem.testing.RedisProcess;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.redisson.api.RedissonClient;

/** The whole contract, for a user of the server who may do no more than {@code docs/security.md} says. */
@EnabledIf("dev.idem.testing.RedisProcess#isAvailable")
final class AclUserTest extends StoreContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final String USER =
            DocumentedCode.block("security.md", "text", "ACL SETUSER shop ").strip();

    private static RedisProcess redis;
    private static RedissonClient admin;
    private static RedissonClient client;
    private static RedissonClient otherClient;
    private static RedissonStore store;
    private static RedissonStore other;

    @BeforeAll
    static void connect() {
        redis = RedisProcess.start();
        assertThat(redis.ask(USER)).isEqualTo("OK");
        redis.ask("ACL SETUSER shop ~idem:a%3A%7Bb%7D:*"); // a second application of the contract
        admin = RedisClients.connect(redis.address());
        client = signedIn("shop");
        otherClient = signedIn("shop");
        store = new RedissonStore(client, "shop", TIMEOUT);
        other = new RedissonStore(otherClient, "shop", TIMEOUT);
    }

    @AfterAll
    static void disconnect() {
        store.close();
        other.close();
        List.of(client, otherClient, admin).forEach(RedissonClient::shutdown);
        redis.close();
    }

    @BeforeEach
    void forgetRefusals() {
        redis.ask("ACL LOG RESET");
    }

    @AfterEach
    void nothingElseWasRefused() {
        assertThat(AclLog.refused(redis)).isEmpty();
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
        RedisTime.pass(admin, record, time);
    }

    @Test
    void dataLossRisk_isTold() {
        redis.ask("CONFIG SET maxmemory-policy allkeys-lru");
        assertThat(await(store.dataLossRisk())).isPresent();
        redis.ask("CONFIG SET maxmemory-policy noeviction");
    }

    private static RedissonClient signedIn(String user) {
        return LeanClients.to(
                List.of("redis://" + user + ":secret@127.0.0.1:" + redis.port()), /* sentinelMaster= */ null, TIMEOUT);
    }
}
