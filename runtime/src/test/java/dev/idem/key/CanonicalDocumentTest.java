package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idem.IdempotencyKeyException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole JSON documents, against texts that other programs and RFC 8785 made of them. */
final class CanonicalDocumentTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void document_written_hasTheTextAndKeyOfOtherPrograms(String name, String input, String hex, String ik) {
        byte[] text = Canonical.bytes(out -> Canonical.write(Vectors.parse(input), out));
        assertThat(HexFormat.of().formatHex(text)).isEqualTo(hex);
        assertThat(Fingerprint.of(text).derivedKey()).isEqualTo(ik);
    }

    static Stream<Arguments> documents() {
        Stream<Arguments> own = Vectors.rows(Vectors.json("jcs_documents.json"))
                .map(row -> arguments(row, "input", "jcs_utf8_hex", "jcs_ik"));
        Stream<Arguments> published = Vectors.rows(
                        Vectors.json("rfc8785_testdata.json").get("files"))
                .map(row -> arguments(row, "input", "outhex", "ik"));
        return Stream.concat(own, published);
    }

    private static Arguments arguments(JsonNode row, String input, String hex, String ik) {
        return Arguments.of(
                row.get("name").textValue(),
                row.get(input).textValue(),
                row.get(hex).textValue(),
                row.get(ik).textValue());
    }

    @Test
    void names_ofRfc8785Section323_areInItsOrder() {
        JsonNode example = Vectors.json("rfc8785_text.json").get("section_3_2_3_sorting");
        String text = Canonical.text(
                out -> Canonical.write(Vectors.parse(example.get("input").textValue()), out));
        assertThat(Vectors.rows(Vectors.parse(text)).map(JsonNode::textValue))
                .containsExactlyElementsOf(Vectors.rows(example.get("order_of_values"))
                        .map(JsonNode::textValue)
                        .toList());
    }

    @Test
    void document_ofRfc8785Section324_hasItsBytes() {
        String hex = Vectors.json("rfc8785_text.json").get("section_3_2_4_hex").textValue();
        JsonNode published = Vectors.rows(Vectors.json("rfc8785_testdata.json").get("files"))
                .filter(file -> file.get("name").textValue().equals("values"))
                .findFirst()
                .orElseThrow();
        byte[] text = Canonical.bytes(
                out -> Canonical.write(Vectors.parse(published.get("input").textValue()), out));
        assertThat(HexFormat.of().formatHex(text)).isEqualTo(hex);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lone high surrogate", "reversed pair", "lone surrogate in a name", "number beyond double"})
    void document_withoutCanonicalForm_isRefused(String name) {
        String input = Vectors.rows(Vectors.json("jcs_rejected.json"))
                .filter(row -> row.get("name").textValue().equals(name))
                .map(row -> row.get("input").textValue())
                .findFirst()
                .orElseThrow();
        JsonNode json = Vectors.parse(input);
        assertThatThrownBy(() -> Canonical.bytes(out -> Canonical.write(json, out)))
                .isInstanceOf(IdempotencyKeyException.class);
    }
}
