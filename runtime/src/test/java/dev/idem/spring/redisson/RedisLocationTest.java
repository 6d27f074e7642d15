package dev.idem.spring.redisson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.idem.spring.IdempotencyProperties;
import dev.idem.spring.IdempotencySetupException;
import dev.idem.spring.redisson.RedisLocation.Cluster;
import dev.idem.spring.redisson.RedisLocation.Login;
import dev.idem.spring.redisson.RedisLocation.Sentinel;
import dev.idem.spring.redisson.RedisLocation.Single;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redisson.config.Config;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What becomes of the properties that may say where Redis is. */
final class RedisLocationTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    @Test
    void addresses_one_isSingleServer() {
        assertThat(located(null, "redis://:secret@a/2"))
                .isEqualTo(new Single("redis://a:6379", /* database= */ 2, new Login(null, "secret")));
    }

    @Test
    void addresses_several_areCluster() {
        assertThat(located(null, "a", " b:7000"))
                .isEqualTo(new Cluster(List.of("redis://a:6379", "redis://b:7000"), Login.NONE));
    }

    @Test
    void addresses_withMaster_areSentinels() {
        assertThat(located("main", "a", "b"))
                .isEqualTo(new Sentinel(
                        List.of("redis://a:6379", "redis://b:6379"),
                        "main",
                        /* database= */ 0,
                        Login.NONE,
                        Login.NONE));
    }

    @Test
    void springData_nothing_isNowhere() {
        assertThat(bound(Map.of("spring.data.redis.database", "1")).location()).isEmpty();
    }

    @Test
    void springData_host_isSingleServer() {
        assertThat(bound(Map.of(
                                "spring.data.redis.host", "a",
                                "spring.data.redis.ssl.enabled", "true",
                                "spring.data.redis.database", "1",
                                "spring.data.redis.username", "ada",
                                "spring.data.redis.password", "secret"))
                        .location())
                .contains(new Single("rediss://a:6379", /* database= */ 1, new Login("ada", "secret")));
    }

    @Test
    void springData_urlWithLogin_beatsHost() {
        assertThat(bound(Map.of(
                                "spring.data.redis.host", "a",
                                "spring.data.redis.password", "other",
                                "spring.data.redis.url", "redis://ada:secret@b:7000"))
                        .location())
                .contains(new Single("redis://b:7000", /* database= */ 0, new Login("ada", "secret")));
    }

    @Test
    void springData_cluster_isCluster() {
        assertThat(bound(Map.of("spring.data.redis.cluster.nodes", "a:1,b:2")).location())
                .contains(new Cluster(List.of("redis://a:1", "redis://b:2"), new Login(null, null)));
    }

    @Test
    void springData_sentinel_isSentinel() {
        assertThat(bound(Map.of(
                                "spring.data.redis.sentinel.master", "main",
                                "spring.data.redis.sentinel.nodes", "a:1",
                                "spring.data.redis.sentinel.password", "watch"))
                        .location())
                .contains(new Sentinel(
                        List.of("redis://a:1"), "main", /* database= */ 0, Login.NONE, new Login(null, "watch")));
    }

    @Test
    void springData_bundle_stopsTheStartWhereRedisIsNamed() {
        assertThatExceptionOfType(IdempotencySetupException.class)
                .isThrownBy(bound(Map.of("spring.data.redis.host", "a", "spring.data.redis.ssl.bundle", "b"))::location)
                .withMessageContaining("spring.data.redis.ssl.bundle is set, which Idem does not read");
        assertThat(bound(Map.of("spring.data.redis.ssl.bundle", "b")).location())
                .isEmpty();
    }

    @Test
    void springData_timeout_countsWithinTheBound() {
        assertThat(bound(Map.of("spring.data.redis.timeout", "1s")).timeoutWithin(TIMEOUT))
                .hasSeconds(1);
        assertThat(bound(Map.of("spring.data.redis.timeout", "1m")).timeoutWithin(TIMEOUT))
                .isEqualTo(TIMEOUT);
        assertThat(bound(Map.of()).timeoutWithin(TIMEOUT)).isEqualTo(TIMEOUT);
    }

    @Test
    void config_ofAnyLocation_isLeanLazyAndBounded() {
        for (String[] addresses : List.of(new String[] {"a"}, new String[] {"a", "b"})) {
            Config config = LeanConfig.of(located(null, addresses), TIMEOUT);
            assertThat(config.isLazyInitialization()).isTrue();
            assertThat(config.getThreads()).isEqualTo(2);
            assertThat(config.getNettyThreads()).isEqualTo(2);
        }
    }

    @Test
    void config_withLogin_signsIn() throws Exception {
        String yaml =
                LeanConfig.of(located(null, "redis://ada:secret@a/2"), TIMEOUT).toYAML();
        assertThat(yaml)
                .contains("username: \"ada\"", "password: \"secret\"", "database: 2", "timeout: 2000")
                .contains("retryAttempts: 0", "connectionMinimumIdleSize: 1");
    }

    private static RedisLocation located(@Nullable String master, String... addresses) {
        return AddressProperties.location(
                new IdempotencyProperties.Redis(List.of(addresses), master, /* config= */ null, TIMEOUT));
    }

    private static SpringDataRedis bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("spring.data.redis", SpringDataRedis.class);
    }
}
