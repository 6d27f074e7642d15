package dev.idem.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idem.engine.CallKey;
import dev.idem.engine.Idempotency;
import dev.idem.observe.CallStatistics;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The endpoint, over HTTP, in an application with Actuator. */
final class IdempotencyEndpointTest {

    private static final ManagedApplication SHOP =
            ManagedApplication.start("idem.store=local", "management.endpoint.idempotency.access=unrestricted");

    @AfterAll
    static void close() {
        SHOP.close();
    }

    private static Idempotency idempotency() {
        return SHOP.bean(Idempotency.class);
    }

    /** A record of an operation of this name. */
    private static void record(String operation, String key) throws Exception {
        idempotency().call(CallKey.of(operation, key), String.class, () -> "secret");
    }

    @Test
    void operations_tellTheirNumbersAndMoney() throws Exception {
        int runs = SHOP.translator().runs();
        SHOP.translator().translate("house");
        SHOP.translator().translate("house");
        SHOP.translator().translate("house");
        JsonNode numbers = SHOP.get("idempotency").at("/operations/texts.translate");

        assertThat(SHOP.translator().runs()).isEqualTo(runs + 1);
        assertThat(numbers.at("/calls/run").asLong()).isEqualTo(1);
        assertThat(numbers.at("/calls").get("replayed.local").asLong()).isEqualTo(2);
        assertThat(numbers.at("/calls").size()).isEqualTo(11);
        assertThat(numbers.get("hits").asLong()).isEqualTo(2);
        assertThat(numbers.get("misses").asLong()).isEqualTo(1);
        assertThat(numbers.get("hitRate").asDouble()).isEqualTo(2 / 3.0);
        assertThat(numbers.get("duplicateRate").asDouble()).isEqualTo(2 / 3.0);
        assertThat(numbers.at("/spent/length").asDouble()).isEqualTo(12);
        assertThat(numbers.at("/saved/length").asDouble()).isEqualTo(24);
        assertThat(numbers.get("moneySpent").decimalValue()).isEqualByComparingTo("6");
        assertThat(numbers.get("moneySaved").decimalValue()).isEqualByComparingTo("12");
        assertThat(SHOP.get("idempotency/texts.translate")).isEqualTo(numbers);
    }

    @Test
    void operationWithoutPrices_hasNoMoney() throws Exception {
        record("plain", "k");

        assertThat(SHOP.get("idempotency/plain").get("moneySaved").isNull()).isTrue();
    }

    @Test
    void record_tellsItsStateAndTimesAndNeverItsContent() throws Exception {
        record("looked-at", "one/and#only");
        HttpResponse<String> response = SHOP.ask("GET", "idempotency/looked-at?key=one/and%23only");
        JsonNode record = SHOP.get("idempotency/looked-at?key=one/and%23only");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).doesNotContain("secret");
        assertThat(record.get("state").asText()).isEqualTo("completed");
        assertThat(record.get("key").asText()).isEqualTo("one/and#only");
        assertThat(Duration.parse(record.get("remainingTtl").asText()))
                .isBetween(Duration.ofHours(23), Duration.ofHours(24));
        assertThat(Duration.parse(record.get("age").asText())).isBetween(Duration.ZERO, Duration.ofHours(1));
        assertThat(record.get("remainingLease").isNull()).isTrue();
    }

    @Test
    void recordOfARunningCall_tellsItsLease() throws Exception {
        idempotency().call(CallKey.of("running", "k"), String.class, () -> {
            JsonNode record = SHOP.get("idempotency/running?key=k");
            assertThat(record.get("state").asText()).isEqualTo("in_progress");
            assertThat(Duration.parse(record.get("remainingLease").asText()))
                    .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
            assertThat(record.get("age").asText()).isNotEmpty();
            assertThat(record.get("remainingTtl").isNull()).isTrue();
            return "secret";
        });
    }

    @Test
    void recordThatIsNotThere_isAbsent() throws Exception {
        record("absent", "k");

        assertThat(SHOP.get("idempotency/absent?key=other").get("state").asText())
                .isEqualTo("absent");
    }

    @Test
    void recordOfATenant_isFoundUnderItsTenantOnly() throws Exception {
        idempotency().forTenant("acme").call(CallKey.of("tenants", "k"), String.class, () -> "secret");

        assertThat(SHOP.get("idempotency/tenants?key=k").get("state").asText()).isEqualTo("absent");
        assertThat(SHOP.get("idempotency/tenants?key=k&tenant=acme")
                        .get("state")
                        .asText())
                .isEqualTo("completed");
    }

    @Test
    void operationThatIsUnknownHere_isNotFoundAndNotCounted() throws Exception {
        assertThat(SHOP.ask("GET", "idempotency/no-such-operation").statusCode())
                .isEqualTo(404);
        assertThat(SHOP.ask("GET", "idempotency/no-such-operation?key=k").statusCode())
                .isEqualTo(404);
        SHOP.ask("DELETE", "idempotency/no-such-operation?key=k");

        assertThat(SHOP.bean(CallStatistics.class).operations()).doesNotContainKey("no-such-operation");
    }

    @Test
    void eviction_letsTheNextCallRun() throws Exception {
        record("evicted", "k");
        assertThat(SHOP.ask("DELETE", "idempotency/evicted?key=k").body()).isEqualTo("{\"evicted\":true}");
        assertThat(SHOP.ask("DELETE", "idempotency/evicted?key=k").body()).isEqualTo("{\"evicted\":false}");

        assertThat(idempotency().call(CallKey.of("evicted", "k"), String.class, () -> "second"))
                .isEqualTo("second");
    }

    @Test
    void evictionWithoutAKey_isRefused() throws Exception {
        record("kept", "k");

        assertThat(SHOP.ask("DELETE", "idempotency/kept").statusCode()).isEqualTo(400);
        assertThat(SHOP.get("idempotency/kept?key=k").get("state").asText()).isEqualTo("completed");
    }

    @Test
    void eviction_isOffUnlessActuatorIsToldOtherwise() throws Exception {
        try (ManagedApplication shop = ManagedApplication.start("idem.store=local")) {
            shop.translator().translate("house");
            shop.bean(Idempotency.class).call(CallKey.of("plain", "k"), String.class, () -> "secret");

            assertThat(shop.ask("DELETE", "idempotency/plain?key=k").statusCode())
                    .isEqualTo(405);
            assertThat(shop.get("idempotency/plain?key=k").get("state").asText())
                    .isEqualTo("completed");
        }
    }

    @Test
    void endpoint_thatIsNotExposed_isNotThere() throws Exception {
        try (ManagedApplication shop =
                ManagedApplication.start("idem.store=local", "management.endpoints.web.exposure.include=health")) {
            assertThat(shop.ask("GET", "idempotency").statusCode()).isEqualTo(404);
            assertThat(shop.translator().translate("house")).isEqualTo("secret house");
        }
    }

    @Test
    void meters_areScrapedByPrometheus() throws Exception {
        record("scraped", "k");
        record("scraped", "k");

        assertThat(SHOP.ask("GET", "prometheus").body())
                .contains("idem_calls_total{operation=\"scraped\",outcome=\"run\"} 1.0")
                .contains("idem_calls_total{operation=\"scraped\",outcome=\"replayed.local\"} 1.0")
                .contains("idem_run_seconds_count{operation=\"scraped\"} 1")
                .doesNotContain("no-such-operation");
    }
}
