package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idem.IdempotencyException;
import dev.idem.IdempotencyKeyException;
import dev.idem.MissingIdempotencyKeyException;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.convert.support.DefaultConversionService;

final class IdempotencyKeyHeaderTest {

    static Stream<JsonNode> structuredStrings() {
        return Vectors.rows(Vectors.json("header_idempotency_key.json"), "structured_strings");
    }

    static Stream<JsonNode> headers() {
        return Vectors.rows(Vectors.json("header_idempotency_key.json").get("idempotency_key"), "cases");
    }

    @ParameterizedTest
    @MethodSource("structuredStrings")
    void structuredString_ofTheStandardsTests_isReadAsPublished(JsonNode row) {
        assertThat(StructuredString.parse(row.get("raw").textValue()).orElse(null))
                .isEqualTo(row.get("expected").textValue());
    }

    @ParameterizedTest
    @MethodSource("headers")
    void header_ofTheVectors_holdsItsKey(JsonNode row) {
        assertHolds(row.get("strict").textValue(), row.get("raw").textValue(), IdempotencyKeyHeader::parseStrict);
        assertHolds(row.get("lenient").textValue(), row.get("raw").textValue(), IdempotencyKeyHeader::parse);
    }

    private static void assertHolds(String key, String raw, Function<String, IdempotencyKeyHeader> parser) {
        if (key == null) {
            assertThatExceptionOfType(IdempotencyException.class).isThrownBy(() -> parser.apply(raw));
        } else {
            assertThat(parser.apply(raw).key()).isEqualTo(key);
        }
    }

    @Test
    void spellings_ofOneKey_areEqual() {
        IdempotencyKeyHeader bare = IdempotencyKeyHeader.parse("abc-1");
        assertThat(IdempotencyKeyHeader.parse("\"abc-1\"")).isEqualTo(bare).hasSameHashCodeAs(bare);
        assertThat(IdempotencyKeyHeader.ofKey("abc-1")).isEqualTo(bare);
        assertThat(IdempotencyKeyHeader.parse("abc-2")).isNotEqualTo(bare);
        assertThat(bare).hasToString("\"abc-1\"");
    }

    @Test
    void key_ofEveryVisibleCharacter_comesBackFromTheHeader() {
        String key = IntStream.rangeClosed('!', '~')
                .mapToObj(c -> String.valueOf((char) c))
                .reduce("", String::concat);
        String written = IdempotencyKeyHeader.ofKey(key).toString();
        assertThat(IdempotencyKeyHeader.parseStrict(written).key()).isEqualTo(key);
        assertThat(IdempotencyKeyHeader.parse(written).key()).isEqualTo(key);
        assertThat(IdempotencyKeyHeader.ofKey("a\"b\\c")).hasToString("\"a\\\"b\\\\c\"");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "   ", "\"\"", " \"\" "})
    void value_withoutAKey_isMissing(String value) {
        assertThatExceptionOfType(MissingIdempotencyKeyException.class)
                .isThrownBy(() -> IdempotencyKeyHeader.parse(value))
                .withMessageContaining("Idempotency-Key");
        assertThatExceptionOfType(MissingIdempotencyKeyException.class)
                .isThrownBy(() -> IdempotencyKeyHeader.parseStrict(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"secret",
                "secret\"",
                "\"sec\"ret\"",
                "\"secret\";a=1",
                "\"secret\", \"secret\"",
                "secret, secret",
                "secret secret",
                "\"secret\\n\"",
                "\"secret\\\"",
                "\"secret\u007F\"",
                "\"",
                "\tsecret",
                "\"sécret\"",
                ":c2VjcmV0:\r\n",
            })
    void value_thatIsMalformed_isRefusedWithoutBeingShown(String value) {
        assertThatExceptionOfType(IdempotencyKeyException.class)
                .isThrownBy(() -> IdempotencyKeyHeader.parse(value))
                .withMessageContaining(
                        "in double quotes, as in Idempotency-Key: \"8e03978e-40d5-43e8-bc93-6894a57f9324\"")
                .withMessageNotContaining("ecret");
    }

    @Test
    void length_ofAKey_isBounded() {
        assertThat(IdempotencyKeyHeader.parse("\"" + "x".repeat(255) + "\"").key())
                .hasSize(255);
        assertThatExceptionOfType(IdempotencyKeyException.class)
                .isThrownBy(() -> IdempotencyKeyHeader.parse("\"" + "x".repeat(256) + "\""));
        assertThatExceptionOfType(IdempotencyKeyException.class)
                .isThrownBy(() -> IdempotencyKeyHeader.ofKey("x".repeat(256)));
    }

    @Test
    void springsConversion_readsTheHeader() {
        DefaultConversionService conversions = new DefaultConversionService();
        assertThat(conversions.convert("\"abc\"", IdempotencyKeyHeader.class))
                .isEqualTo(IdempotencyKeyHeader.ofKey("abc"));
        assertThat(conversions.convert(IdempotencyKeyHeader.ofKey("abc"), String.class))
                .isEqualTo("\"abc\"");
    }
}
