package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.MethodUnderTest.method;

import dev.idem.OwnerCrash;
import dev.idem.StoreFailure;
import dev.idem.engine.Operation;
import dev.idem.engine.PolicyOverrides;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations, the store, and {@code unless}. */
final class AttributesTest {

    @ParameterizedTest
    @CsvSource({"250ms, 250", "30s, 30000", "15m, 900000", "24h, 86400000", "7d, 604800000", "PT1.5S, 1500"})
    void duration_isParsed(String text, long millis) {
        assertThat(overrides("ttl = \"" + text + "\"").ttl()).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({
        "RETRY_ONLY, PT60S",
        "CHAT, PT5M",
        "SHORT_CALL, PT4H",
        "JOB, PT24H",
        "WEBHOOK, PT48H",
        "DOCUMENT, PT72H",
        "PAYMENT, P7D",
    })
    void retention_isATtl(String constant, Duration ttl) {
        assertThat(overrides("ttl = Ttl." + constant).ttl()).isEqualTo(ttl);
    }

    @Test
    void settings_reachTheOperation() {
        PolicyOverrides expected = PolicyOverrides.NONE
                .withTtl(Duration.ofDays(2))
                .withLockWait(Duration.ZERO)
                .withLease(Duration.ofSeconds(5))
                .withOnStoreFailure(StoreFailure.LOCAL_ONLY)
                .withOnOwnerCrash(OwnerCrash.REJECT)
                .withStore("tiered");
        assertThat(overrides("""
                        ttl = "2d", lockWait = "0s", lease = "5s", store = "tiered",
                        onStoreFailure = StoreFailure.LOCAL_ONLY, onOwnerCrash = OwnerCrash.REJECT""")).isEqualTo(expected);
    }

    @Test
    void nothingSet_isLeftToTheConfiguration() {
        assertThat(overrides("ttl = \"\", onStoreFailure = StoreFailure.DEFAULT, onOwnerCrash = OwnerCrash.DEFAULT"))
                .isEqualTo(PolicyOverrides.NONE);
    }

    @Test
    void joinsTransaction_reachesTheOperation() {
        assertThat(operation("joinsTransaction = true").joinsTransaction()).isTrue();
        assertThat(operation("joinsTransaction = false").joinsTransaction()).isFalse();
    }

    private static Operation operation(String attributes) {
        return method("@IdempotentCall(%s) String charge(String id) { return id; }".formatted(attributes))
                .operation();
    }

    private static PolicyOverrides overrides(String attributes) {
        return operation(attributes).overrides();
    }

    @ParameterizedTest
    @ValueSource(strings = {"24 hours", "5", "1H", "-5s", "1.5s", "1w", "999999999999999999d", "PT0.0001S", " 1s"})
    void textThatIsNoDuration_isRejected(String text) {
        method("""
                        @IdempotentCall(
                            ttl = "%s")
                        String charge(String id) { return id; }
                        """.formatted(text))
                .isRejected(
                        "BadDuration",
                        ("ttl '%s' on Payments.charge(String) is not a duration in whole milliseconds. Write 250ms,"
                                        + " 30s, 15m, 24h, 7d or ISO-8601, e.g. ttl = \"24h\".")
                                .formatted(text),
                        "ttl = ");
    }

    @ParameterizedTest
    @CsvSource({"ttl, 0s, 1ms, 24h", "lease, PT0S, 1ms, 30s", "lockWait, PT-1S, 0ms, 60s"})
    void tooShortDuration_isRejected(String attribute, String text, String least, String example) {
        method("""
                        @IdempotentCall(
                            %s = "%s")
                        String charge(String id) { return id; }
                        """.formatted(attribute, text))
                .isRejected(
                        "BadDuration",
                        ("%s '%s' on Payments.charge(String) is too short: at least %s is needed. Write 250ms, 30s,"
                                        + " 15m, 24h, 7d or ISO-8601, e.g. %s = \"%s\".")
                                .formatted(attribute, text, least, attribute, example),
                        text);
    }

    @Test
    void leaseAsLongAsTtl_isAccepted() {
        method("@IdempotentCall(ttl = \"1h\", lease = \"1h\") String charge(String id) { return id; }")
                .isAccepted();
    }

    @Test
    void leaseLongerThanTtl_isRejected() {
        method("""
                        @IdempotentCall(ttl = "1h",
                            lease = "2h")
                        String charge(String id) { return id; }
                        """)
                .isRejected(
                        "LeaseTooLong",
                        "lease '2h' is longer than ttl '1h' on Payments.charge(String): a claim would outlive its"
                                + " outcome. Make lease at most ttl.",
                        "lease = ");
    }

    @ParameterizedTest
    @CsvSource({
        "dry, 'true, null', true",
        "dry, 'false, null', false",
        "order.forced, 'false, null', false",
        "order.forced, 'false, new Payments.Order(true, null)', true",
        "order.live, 'false, new Payments.Order(true, null)', false",
        "order.live, 'false, new Payments.Order(true, Boolean.TRUE)', true",
        "order.inner.forced, 'false, new Payments.Order(true, Boolean.TRUE)', false",
        "order.inner.forced, 'false, new Payments.Order(true, null)', true",
    })
    void unless_readsItsPath(String path, String arguments, boolean expected) {
        MethodUnderTest call = method("""
                        record Order(boolean forced, @KeyIgnore Boolean live) {
                          Order getInner() { return live == null ? this : null; }
                        }
                        @IdempotentCall(unless = "%s")
                        String charge(@KeyIgnore boolean dry, Order order) { return ""; }
                        """.formatted(path)).called(arguments);
        assertThat(call.isBypassed()).isEqualTo(expected);
    }

    @Test
    void unlessThatIsNotBoolean_isRejected() {
        method("""
                        @IdempotentCall(
                            unless = "id")
                        String charge(String id) { return id; }
                        """)
                .isRejected(
                        "BadUnless",
                        "unless 'id' on Payments.charge(String) has type String: it decides whether a call goes"
                                + " straight through, which takes a boolean. Name a boolean parameter or property.",
                        "unless = ");
    }
}
