package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idem.IdempotencyKeyException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalJsonTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void text_ofADocument_isThatOfOtherPrograms(String name, String input, String hex, String ik) {
        String text = CanonicalJson.text(values(Vectors.parse(input)));
        assertThat(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(hex);
        assertThat(IdempotencyKeys.sha256Hex(text)).isEqualTo(ik);
    }

    static Stream<Arguments> documents() {
        return CanonicalDocumentTest.documents();
    }

    /** The others on the list are no JSON texts at all: there is no value of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "lone high surrogate",
                "reversed pair",
                "lone surrogate in a name",
                "number beyond double",
                "NaN",
                "-Infinity"
            })
    void text_ofADocumentWithoutCanonicalForm_isRefused(String name) {
        Object json = values(Vectors.parseLenient(input(name)));
        assertThatThrownBy(() -> CanonicalJson.text(json)).isInstanceOf(IdempotencyKeyException.class);
    }

    @Test
    void text_ofTwoKeysWithOneText_isRefused() {
        assertThatThrownBy(() -> CanonicalJson.text(Map.of("request", Map.of(1, "a", "1", "b"))))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessage("[0]: two keys of the map have one text");
    }

    @Test
    void text_withExcludedNames_leavesThemOutAtEveryDepth() {
        Map<String, Object> request = Map.of(
                "id",
                1,
                "sentAt",
                Instant.EPOCH,
                "items",
                List.of(Map.of("sentAt", 1, "sku", "A"), Map.of("sentAt", List.of())),
                "byKey",
                Map.of("x", Map.of("sentAt", 2, "nonce", 3), "nonce", "n"));
        assertThat(CanonicalJson.text(request, "sentAt", "nonce", "sentAt", "unknown"))
                .isEqualTo("{\"byKey\":{\"x\":{}},\"id\":1,\"items\":[{\"sku\":\"A\"},{}]}");
    }

    @Test
    void text_withAnExcludedNameAsValue_keepsIt() {
        assertThat(CanonicalJson.text(List.of("a", Map.of("b", "a")), "a")).isEqualTo("[\"a\",{\"b\":\"a\"}]");
    }

    @Test
    void text_withAnExcludedMemberWithoutCanonicalForm_isWritten() {
        assertThat(CanonicalJson.text(Map.of("thread", Thread.currentThread(), "a", 1), "thread"))
                .isEqualTo("{\"a\":1}");
    }

    @Test
    void text_ofRequestsWithMembersInAnyOrder_isOne() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("a", 1);
        one.put("b", null);
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("b", null);
        other.put("a", 1);
        assertThat(CanonicalJson.text(one)).isEqualTo("{\"a\":1,\"b\":null}").isEqualTo(CanonicalJson.text(other));
    }

    @Test
    void text_ofScalarsAndCollections_hasTheFormsOfParameters() {
        Map<String, Object> request = new HashMap<>();
        request.put("amount", new BigDecimal("19.990"));
        request.put("big", 9007199254740992L);
        request.put("bytes", new byte[] {0, (byte) 0xFF});
        request.put("empty", Optional.empty());
        request.put("id", new UUID(0, 1));
        request.put("set", Set.of("b", "a"));
        request.put("ints", new int[] {2, 1});
        request.put("wait", Duration.ofMillis(1500));
        assertThat(CanonicalJson.text(request))
                .isEqualTo("{\"amount\":\"19.99\",\"big\":\"9007199254740992\",\"bytes\":\"AP8=\",\"empty\":null,"
                        + "\"id\":\"00000000-0000-0000-0000-000000000001\",\"ints\":[2,1],\"set\":[\"a\",\"b\"],"
                        + "\"wait\":\"1.500s\"}");
        assertThat(CanonicalJson.text(null)).isEqualTo("null");
    }

    @Test
    void text_ofAnUnknownClass_isRefusedWithItsPath() {
        assertThatThrownBy(() -> CanonicalJson.text(Map.of("items", Arrays.asList(1, null, new Object()))))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessage("[0][2]: its class java.lang.Object has no canonical form");
    }

    @Test
    void text_ofAListThatHoldsItself_isRefused() {
        List<Object> cycle = new ArrayList<>();
        cycle.add(cycle);
        assertThatThrownBy(() -> CanonicalJson.text(cycle))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessageContaining("perhaps in a cycle");
    }

    private static String input(String name) {
        return Vectors.rows(Vectors.json("jcs_rejected.json"))
                .filter(row -> row.get("name").textValue().equals(name))
                .map(row -> row.get("input").textValue())
                .findFirst()
                .orElseThrow();
    }

    /** As a program without Jackson would hold it; RFC 8785 reads every number as a double. */
    private static @Nullable Object values(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                json.properties().forEach(member -> members.put(member.getKey(), values(member.getValue())));
                yield members;
            }
            case ARRAY -> Vectors.rows(json).map(CanonicalJsonTest::values).toList();
            case STRING -> json.textValue();
            case NUMBER -> json.doubleValue();
            case BOOLEAN -> json.booleanValue();
            default -> null;
        };
    }
}
