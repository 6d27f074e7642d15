package dev.idem.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an IDE knows of the properties. */
final class ConfigurationMetadataTest {

    @Test
    void properties_ofTheDesign_areAllThereAndNoOthers() throws IOException {
        assertThat(metadata().get("properties").findValuesAsText("name"))
                .containsExactlyInAnyOrder(
                        "idem.enabled",
                        "idem.mode",
                        "idem.store",
                        "idem.application",
                        "idem.tenant",
                        "idem.ttl",
                        "idem.lock-wait",
                        "idem.lease",
                        "idem.on-store-failure",
                        "idem.on-owner-crash",
                        "idem.max-waiting-threads",
                        "idem.max-outcome-size",
                        "idem.local.maximum-weight",
                        "idem.local.ttl",
                        "idem.redis.address",
                        "idem.redis.sentinel-master",
                        "idem.redis.config",
                        "idem.redis.timeout",
                        "idem.operations",
                        "idem.alert.duplicate-rate",
                        "idem.prices",
                        "idem.web.enabled",
                        "idem.web.key-header",
                        "idem.web.replayed-header",
                        "idem.web.problem-types");
    }

    @Test
    void properties_all_haveADescription() throws IOException {
        for (JsonNode property : metadata().get("properties")) {
            assertThat(property.path("description").asText())
                    .as(property.get("name").asText())
                    .isNotEmpty();
        }
    }

    @Test
    void store_values_areSuggested() throws IOException {
        JsonNode hint = metadata().get("hints").get(0);
        assertThat(hint.get("name").asText()).isEqualTo("idem.store");
        assertThat(hint.get("values").findValuesAsText("value")).isEqualTo(List.of("auto", "local", "redis", "tiered"));
    }

    private static JsonNode metadata() throws IOException {
        String name = "/META-INF/spring-configuration-metadata.json";
        try (InputStream json = IdempotencyProperties.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(json);
        }
    }
}
