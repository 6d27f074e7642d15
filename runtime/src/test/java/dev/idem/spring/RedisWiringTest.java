package dev.idem.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.idem.StoreUnavailableException;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.caffeine.TieredStore;
import dev.idem.testing.RedisProcess;
import dev.idem.testing.shop.Payments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Finds and uses a real Redis, in every way that a user may name it. */
@EnabledIf("dev.idem.testing.RedisProcess#isAvailable")
@ExtendWith(OutputCaptureExtension.class)
final class RedisWiringTest {

    private static RedisProcess redis;

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(IdempotencyAutoConfiguration.class))
            .withPropertyValues("idem.application=" + UUID.randomUUID())
            .withBean(Payments.class);

    @BeforeAll
    static void startRedis() {
        redis = RedisProcess.start();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @Test
    void address_isFound_autoIsTiered(CapturedOutput output) {
        ApplicationContextRunner node = runner.withPropertyValues("idem.redis.address=" + redis.address());
        node.run(context -> {
            assertThat(storeOf(context)).isInstanceOf(TieredStore.class);
            assertThat(context.getBean(Payments.class).charge("a")).isEqualTo("a #1");
        });
        assertSharedWith(node);
        assertThat(output).doesNotContain("does not answer");
    }

    @Test
    void store_redis_asksTheServer() {
        runner.withPropertyValues("idem.redis.address=127.0.0.1:" + redis.port(), "idem.store=redis")
                .run(context -> assertThat(context.getBean(OpenStores.class).outside())
                        .containsOnly(Map.entry("redis", storeOf(context))));
    }

    @Test
    void config_yamlFile_isFound(@TempDir Path directory) throws Exception {
        Path yaml = directory.resolve("redisson.yaml");
        Files.writeString(yaml, "singleServerConfig:\n  address: \"" + redis.address() + "\"\n");
        assertGuardsThroughRedis(runner.withPropertyValues("idem.redis.config=" + yaml));
        assertGuardsThroughRedis(runner.withPropertyValues("idem.redis.config=" + yaml.toUri()));
    }

    @Test
    void clientOfTheUser_isFoundAndStaysOpen() {
        Config config = new Config();
        config.useSingleServer().setAddress(redis.address()).setConnectionMinimumIdleSize(1);
        RedissonClient client = Redisson.create(config);
        try {
            assertGuardsThroughRedis(
                    runner.withInitializer(context -> context.getBeanFactory().registerSingleton("client", client)));
            assertThat(client.isShutdown()).isFalse();
        } finally {
            client.shutdown();
        }
    }

    @Test
    void springDataRedis_hostIsFound() {
        assertGuardsThroughRedis(runner.withPropertyValues(
                "spring.data.redis.host=127.0.0.1", "spring.data.redis.port=" + redis.port()));
    }

    @Test
    void springDataRedis_urlIsFound() {
        assertGuardsThroughRedis(runner.withPropertyValues("spring.data.redis.url=" + redis.address()));
    }

    @Test
    void springDataRedis_portAlone_saysNothing() {
        runner.withPropertyValues("spring.data.redis.port=" + redis.port())
                .run(context -> assertThat(
                                context.getBean(SharedStoreSource.class).isConfigured())
                        .isFalse());
    }

    @Test
    void address_beatsSpringDataRedis() {
        assertGuardsThroughRedis(
                runner.withPropertyValues("idem.redis.address=" + redis.address(), "spring.data.redis.host=nowhere"));
    }

    @Test
    void clientOfOurs_isNoBeanAndEndsWithTheContext() {
        runner.withPropertyValues("idem.redis.address=" + redis.address())
                .run(context -> assertThat(context).doesNotHaveBean(RedissonClient.class));
        Awaitility.await()
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.startsWith("redisson-netty")));
    }

    @Test
    void redisDown_applicationStartsAndSaysSoOnce(CapturedOutput output) {
        RedisProcess dead = RedisProcess.start();
        dead.kill();
        runner.withPropertyValues(
                        "idem.redis.address=" + dead.address(), "idem.redis.timeout=500ms", "idem.store=redis")
                .run(context -> {
                    assertThat(output.getOut().split("The store 'redis' does not answer", -1))
                            .hasSize(2);
                    Payments payments = context.getBean(Payments.class);
                    assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> payments.charge("a"));
                    assertThat(payments.runs()).isZero();
                });
        dead.close();
    }

    @Test
    void redisDown_wrongSettings_areSaidInsteadAndNotThatTheApplicationStarts(CapturedOutput output) {
        RedisProcess dead = RedisProcess.start();
        dead.kill();
        runner.withPropertyValues("idem.redis.address=" + dead.address(), "idem.store=redis", "idem.lease=1s")
                .run(context -> {
                    assertThat(context).getFailure().hasMessageContaining("shorter than three times the time-out");
                    assertThat(output).doesNotContain("The application starts");
                });
        dead.close();
    }

    @Test
    void redisDownAtStart_comesUpLater_callsAreGuarded() {
        RedisProcess dead = RedisProcess.start();
        int port = dead.port();
        dead.kill();
        runner.withPropertyValues(
                        "idem.redis.address=redis://127.0.0.1:" + port, "idem.redis.timeout=500ms", "idem.store=redis")
                .run(context -> {
                    try (RedisProcess alive = RedisProcess.startOn(port)) {
                        assertThat(alive.port()).isEqualTo(port);
                        Payments payments = context.getBean(Payments.class);
                        Awaitility.await()
                                .atMost(Duration.ofSeconds(20))
                                .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                                .until(() -> payments.charge("a").equals("a #1"));
                        assertThat(payments.charge("a")).isEqualTo("a #1");
                    }
                });
        dead.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"allkeys-lru", "allkeys-random", "volatile-lru", "volatile-ttl"})
    void server_thatDropsKeysWhenFull_isWarnedOf(String policy, CapturedOutput output) {
        try (RedisProcess forgetful = RedisProcess.start("--maxmemory-policy", policy)) {
            runner.withPropertyValues("idem.redis.address=" + forgetful.address(), "idem.store=redis")
                    .run(context -> assertThat(context.getBean(Payments.class).charge("a"))
                            .isEqualTo("a #1"));
        }
        assertThat(output)
                .contains("The store 'redis' may forget records before their time")
                .contains("(maxmemory-policy is " + policy + ")");
    }

    @Test
    void server_thatDropsNothing_isNotWarnedOf(CapturedOutput output) {
        runner.withPropertyValues("idem.redis.address=" + redis.address(), "idem.store=tiered")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).doesNotContain("may forget");
    }

    @Test
    void server_thatDoesNotTellThisUser_isNotWarnedOf(CapturedOutput output) {
        try (RedisProcess reserved = RedisProcess.start("--maxmemory-policy", "allkeys-lru")) {
            reserved.ask("ACL SETUSER shop on >secret ~idem:* &idem:* +@all -info");
            runner.withPropertyValues(
                            "idem.redis.address=redis://shop:secret@127.0.0.1:" + reserved.port(), "idem.store=redis")
                    .run(context -> assertThat(context.getBean(Payments.class).charge("a"))
                            .isEqualTo("a #1"));
        }
        assertThat(output).doesNotContain("may forget").doesNotContain("does not answer");
    }

    private static void assertGuardsThroughRedis(ApplicationContextRunner runner) {
        ApplicationContextRunner fresh = runner.withPropertyValues("idem.application=" + UUID.randomUUID());
        fresh.run(context -> {
            assertThat(storeOf(context)).isInstanceOf(TieredStore.class);
            assertThat(context.getBean(Payments.class).charge("a")).isEqualTo("a #1");
        });
        assertSharedWith(fresh);
    }

    /** Another node, whose own method has never run, gives the answer of the first. */
    private static void assertSharedWith(ApplicationContextRunner otherNode) {
        otherNode.run(context -> {
            Payments payments = context.getBean(Payments.class);
            assertThat(payments.charge("a")).isEqualTo("a #1");
            assertThat(payments.runs()).isZero();
        });
    }

    private static IdempotencyStore storeOf(AssertableApplicationContext context) {
        var operation =
                context.getBean(GuardedBeans.class).operations().iterator().next();
        return context.getBean(ConfiguredGuards.class).guardOf(operation).store();
    }
}
