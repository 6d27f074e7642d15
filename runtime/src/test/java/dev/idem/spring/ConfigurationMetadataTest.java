package dev.idem.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idem.OwnerCrash;
import dev.idem.StoreFailure;
import dev.idem.Ttl;
import dev.idem.engine.Tenancy;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AdviceMode;

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
                        "idem.web.problem-types",
                        "management.endpoint.idempotency.access",
                        "management.endpoint.idempotency.cache.time-to-live",
                        "management.endpoint.idempotency.enabled");
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
    void properties_thatNeedNoAnswerFromTheUser_haveADefault() throws IOException {
        List<String> without = new ArrayList<>();
        for (JsonNode property : metadata().get("properties")) {
            if (!property.has("defaultValue")) {
                without.add(property.get("name").asText());
            }
        }
        assertThat(without)
                .containsExactlyInAnyOrder(
                        "idem.application",
                        "idem.redis.address",
                        "idem.redis.sentinel-master",
                        "idem.redis.config",
                        "idem.operations",
                        "idem.prices");
    }

    @Test
    void hints_areForPropertiesThatExist() throws IOException {
        assertThat(metadata().get("properties").findValuesAsText("name"))
                .containsAll(metadata().get("hints").findValuesAsText("name").stream()
                        .filter(name -> name.startsWith("idem."))
                        .toList());
    }

    @Test
    void suggestedValues_canBeBound_andAreExplained() throws IOException {
        for (JsonNode hint : metadata().get("hints")) {
            for (JsonNode value : hint.path("values")) {
                String name = hint.get("name").asText();
                String text = value.get("value").asText();
                assertThat(value.path("description").asText()).as(name).isNotEmpty();
                assertThatCode(() -> bind(name, text)).as(name + "=" + text).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void choices_areAllSuggested() throws IOException {
        assertThat(suggestions("idem.store")).containsExactly("auto", "local", "redis", "tiered");
        assertThat(suggestions("idem.ttl"))
                .containsExactly(
                        Ttl.RETRY_ONLY, Ttl.CHAT, Ttl.SHORT_CALL, Ttl.JOB, Ttl.WEBHOOK, Ttl.DOCUMENT, Ttl.PAYMENT);
        assertThat(suggestions("idem.mode")).containsExactlyElementsOf(texts(AdviceMode.values()));
        assertThat(suggestions("idem.tenant")).containsExactlyInAnyOrderElementsOf(texts(Tenancy.values()));
        assertThat(suggestions("idem.on-store-failure"))
                .containsExactlyInAnyOrderElementsOf(texts(StoreFailure.REJECT, StoreFailure.LOCAL_ONLY));
        assertThat(suggestions("idem.on-owner-crash"))
                .containsExactlyInAnyOrderElementsOf(texts(OwnerCrash.RERUN, OwnerCrash.REJECT));
    }

    private static List<String> suggestions(String property) throws IOException {
        for (JsonNode hint : metadata().get("hints")) {
            if (hint.get("name").asText().equals(property)) {
                return hint.get("values").findValuesAsText("value");
            }
        }
        throw new AssertionError("no hint for " + property);
    }

    private static List<String> texts(Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static void bind(String property, String value) {
        new Binder(new MapConfigurationPropertySource(Map.of(property, value)))
                .bind("idem", IdempotencyProperties.class)
                .get();
    }

    private static JsonNode metadata() throws IOException {
        String name = "/META-INF/spring-configuration-metadata.json";
        try (InputStream json = IdempotencyProperties.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(json);
        }
    }
}
