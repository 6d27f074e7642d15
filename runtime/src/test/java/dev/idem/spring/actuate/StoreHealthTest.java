package dev.idem.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idem.StoreUnavailableException;
import dev.idem.testing.RedisProcess;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The health of a real Redis, over HTTP, and what else is seen of it. */
@EnabledIf("dev.idem.testing.RedisProcess#isAvailable")
final class StoreHealthTest {

    @Test
    void redis_isUpWhileItRunsAndDownWhenItIsGone() throws Exception {
        try (RedisProcess redis = RedisProcess.start();
                ManagedApplication shop = ManagedApplication.start(
                        "idem.redis.address=" + redis.address(),
                        "idem.redis.timeout=500ms",
                        "idem.application=" + UUID.randomUUID())) {
            shop.translator().translate("house");
            shop.translator().translate("house");
            assertThat(health(shop).get("status").asText()).isEqualTo("UP");
            assertThat(health(shop).at("/details/redis").asText()).isEqualTo("answers");
            assertThat(shop.get("idempotency/texts.translate")
                            .at("/calls")
                            .get("replayed.local")
                            .asLong())
                    .isEqualTo(1);
            assertThat(shop.ask("GET", "prometheus").body())
                    .contains(
                            "idem_store_command_seconds_count{command=\"complete\",result=\"answered\",store=\"redis\"}");

            redis.kill();
            assertThatThrownBy(() -> shop.translator().translate("garden"))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(health(shop).get("status").asText()).isEqualTo("DOWN");
            assertThat(shop.ask("GET", "health").statusCode()).isEqualTo(503);
            assertThat(shop.get("idempotency/texts.translate")
                            .at("/calls/rejected")
                            .asLong())
                    .isEqualTo(1);
        }
    }

    @Test
    void health_thatIsSwitchedOff_isNotThere() throws Exception {
        try (ManagedApplication shop =
                ManagedApplication.start("idem.store=local", "management.health.idempotency.enabled=false")) {
            assertThat(shop.get("health").at("/components/idempotency").isMissingNode())
                    .isTrue();
        }
    }

    private static JsonNode health(ManagedApplication shop) throws Exception {
        return shop.get("health").at("/components/idempotency");
    }
}
