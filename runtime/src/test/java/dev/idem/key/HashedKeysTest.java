package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idem.IdempotencyKeyException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The functions of {@link IdempotencyKeys} that hash. */
final class HashedKeysTest {

    @ParameterizedTest
    @MethodSource("texts")
    void sha256Hex_ofATextOrItsUtf8_isTheKeyOfOtherPrograms(String text, String key) {
        assertThat(IdempotencyKeys.sha256Hex(text)).isEqualTo(key).matches("ik_[0-9a-f]{32}");
        assertThat(IdempotencyKeys.sha256Hex(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(key);
    }

    static Stream<Arguments> texts() {
        JsonNode vectors = Vectors.json("keys_sha256_hex.json");
        Stream<Arguments> small =
                Vectors.rows(vectors, "texts").map(row -> Arguments.of(text(row, "text"), text(row, "key")));
        Stream<Arguments> large = Vectors.rows(vectors, "large")
                .map(row ->
                        Arguments.of(text(row, "repeat").repeat(row.get("times").intValue()), text(row, "key")));
        Stream<Arguments> published = Vectors.rows(Vectors.json("agentidemp_published.json"), "sha256_hex")
                .map(row -> Arguments.of(text(row, "content"), text(row, "key")));
        return Stream.of(small, large, published).flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("bytes")
    void sha256Hex_ofBytesThatAreNoText_isTheKeyOfOtherPrograms(byte[] bytes, String key) {
        assertThat(IdempotencyKeys.sha256Hex(bytes)).isEqualTo(key);
    }

    static Stream<Arguments> bytes() {
        return Vectors.rows(Vectors.json("keys_sha256_hex.json"), "bytes")
                .map(row -> Arguments.of(HexFormat.of().parseHex(text(row, "bytes_hex")), text(row, "key")));
    }

    @Test
    void sha256Hex_ofPublishedInput_beginsItsDigest() {
        assertThat(Vectors.rows(Vectors.json("sha256_published.json"), "vectors"))
                .hasSize(5)
                .allSatisfy(row -> {
                    String input = row.has("ascii")
                            ? text(row, "ascii")
                            : text(row, "repeat").repeat(row.get("times").intValue());
                    assertThat(IdempotencyKeys.sha256Hex(input))
                            .isEqualTo("ik_" + text(row, "sha256").substring(0, 32));
                });
    }

    @Test
    void sha256Hex_ofTextsThatLookAlike_differs() {
        JsonNode vectors = Vectors.json("keys_sha256_hex.json");
        assertThat(Vectors.rows(vectors, "pairs_that_must_differ"))
                .hasSize(3)
                .allSatisfy(pair -> assertThat(IdempotencyKeys.sha256Hex(
                                named(vectors, pair.get(0).textValue())))
                        .isNotEqualTo(IdempotencyKeys.sha256Hex(
                                named(vectors, pair.get(1).textValue()))));
    }

    @ParameterizedTest
    @MethodSource("scopedKeys")
    void scopedKey_ofParts_isTheKeyOfOtherPrograms(String scope, String[] parts, String key) {
        assertThat(IdempotencyKeys.scopedKey(scope, parts)).isEqualTo(key);
        if (parts.length == 1) {
            assertThat(IdempotencyKeys.scopedSha256Hex(scope, parts[0])).isEqualTo(key);
            assertThat(IdempotencyKeys.scopedSha256Hex(scope, parts[0].getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(key);
            assertThat(IdempotencyKeys.sha256Hex(scope + '\0' + parts[0])).isEqualTo(key);
        }
    }

    static Stream<Arguments> scopedKeys() {
        return Vectors.rows(Vectors.json("keys_scoped.json"), "scoped_key")
                .map(row -> Arguments.of(text(row, "scope"), Vectors.parts(row), text(row, "key")));
    }

    @Test
    void scopedKey_withNulInScopeOrPart_isRefusedThoughItsHashIsAmbiguous() {
        JsonNode ambiguity = Vectors.json("keys_scoped.json").get("nul_ambiguity");
        assertThat(Vectors.rows(ambiguity, "cases")).hasSize(2).allSatisfy(row -> {
            assertThat(scopedKey(row.get("b"))).isEqualTo(text(row, "key"));
            assertThatThrownBy(() -> scopedKey(row.get("a")))
                    .isInstanceOf(IdempotencyKeyException.class)
                    .hasMessageContaining("U+0000");
        });
    }

    @Test
    void scopedKey_withNulAtItsVeryBeginning_isRefused() {
        assertThatThrownBy(() -> IdempotencyKeys.scopedKey("\u0000scope", "part"))
                .isInstanceOf(IdempotencyKeyException.class);
        assertThatThrownBy(() -> IdempotencyKeys.scopedKey("scope", "\u0000part"))
                .isInstanceOf(IdempotencyKeyException.class);
    }

    @Test
    void scopedSha256Hex_ofContentWithNul_isTaken() {
        assertThat(IdempotencyKeys.scopedSha256Hex("a", "b\0c")).isEqualTo("ik_8badde10c760e9b702defb4b5e225de7");
    }

    @Test
    void scopedSha256Hex_withNulInTheScope_isRefused() {
        assertThatThrownBy(() -> IdempotencyKeys.scopedSha256Hex("a\0b", "c"))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessageContaining("U+0000");
        assertThatThrownBy(() -> IdempotencyKeys.scopedSha256Hex("a\0b", new byte[] {'c'}))
                .isInstanceOf(IdempotencyKeyException.class);
    }

    @Test
    void scopedFunctions_ofNeighbouringArguments_differ() {
        assertThat(Stream.of(
                        IdempotencyKeys.scopedSha256Hex("ab", "c"),
                        IdempotencyKeys.scopedSha256Hex("a", "bc"),
                        IdempotencyKeys.scopedSha256Hex("", "abc"),
                        IdempotencyKeys.sha256Hex("abc"),
                        IdempotencyKeys.scopedKey("abc"),
                        IdempotencyKeys.scopedKey("abc", ""),
                        IdempotencyKeys.scopedKey("a", "bc", ""),
                        IdempotencyKeys.scopedKey("a", "b", "c")))
                .filteredOn(key -> !key.equals(IdempotencyKeys.sha256Hex("abc")))
                .doesNotHaveDuplicates()
                .hasSize(6);
    }

    @Test
    void scoped_ofScopeAndContent_isTheReadableForm() {
        String labelled = "labelled (the form shown in the article: scope \":\" sha256_hex(content))";
        assertThat(Vectors.rows(Vectors.json("keys_scoped.json"), labelled))
                .hasSize(2)
                .allSatisfy(row -> assertThat(IdempotencyKeys.scoped(text(row, "scope"), text(row, "content")))
                        .isEqualTo(text(row, "key")));
    }

    private static String scopedKey(JsonNode arguments) {
        return IdempotencyKeys.scopedKey(arguments.get(0).textValue(), Vectors.strings(arguments.get(1)));
    }

    private static String named(JsonNode vectors, String name) {
        return Vectors.rows(vectors, "texts")
                .filter(row -> text(row, "name").equals(name))
                .map(row -> text(row, "text"))
                .findFirst()
                .orElse(name);
    }

    private static String text(JsonNode row, String name) {
        return row.get(name).textValue();
    }
}
