package dev.idem.spring.redisson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.idem.spring.IdempotencySetupException;
import dev.idem.spring.redisson.RedisLocation.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RedisAddressTest {

    @Test
    void parse_hostAlone_hasUsualPort() {
        assertThat(parse("cache.local"))
                .isEqualTo(new RedisAddress("redis://cache.local:6379", /* database= */ 0, Login.NONE));
    }

    @Test
    void parse_everything_isTakenApart() {
        assertThat(parse("rediss://ada:s%40crets+1@cache.local:7000/3"))
                .isEqualTo(new RedisAddress(
                        "rediss://cache.local:7000", /* database= */ 3, new Login("ada", "s@crets+1")));
    }

    @Test
    void parse_passwordAlone_hasDefaultUser() {
        assertThat(parse("redis://:secret@cache.local").login()).isEqualTo(new Login(null, "secret"));
        assertThat(parse("redis://secret@cache.local").login()).isEqualTo(new Login(null, "secret"));
    }

    @Test
    void parse_ipv6_keepsBrackets() {
        assertThat(parse("redis://[::1]:7000").server()).isEqualTo("redis://[::1]:7000");
    }

    @ParameterizedTest
    @CsvSource({
        "http://cache.local:80, the scheme is neither redis nor rediss",
        "redis://cache.local:port, it names no host",
        "redis://, Expected authority",
        "redis://cache.local/two, 'two' is not the number of a database",
        "redis://ca che, Illegal character in authority"
    })
    void parse_malformed_saysWhy(String text, String reason) {
        assertThatExceptionOfType(IdempotencySetupException.class)
                .isThrownBy(() -> parse(text))
                .satisfies(failure -> assertThat(failure.description())
                        .isEqualTo("'" + text + "' in idem.redis.address is not the address of a Redis server: "
                                + reason + "."));
    }

    @Test
    void parse_malformedWithPassword_doesNotTellIt() {
        assertThatExceptionOfType(IdempotencySetupException.class)
                .isThrownBy(() -> parse("redis://ada:secret@cache.local/two"))
                .withMessageContaining("redis://…@cache.local/two")
                .withMessageNotContaining("secret");
    }

    private static RedisAddress parse(String text) {
        return RedisAddress.parse("idem.redis.address", text);
    }
}
