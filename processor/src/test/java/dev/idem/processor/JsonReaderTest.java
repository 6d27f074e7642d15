package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON of descriptors, which may have been through other tools. */
final class JsonReaderTest {

    @Test
    void everyEscape_isReadAsItsCharacter() {
        assertThat(JsonReader.read("""
                {"a": "\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u20AC \\u00e9"}""")).containsExactly("a", "\" \\ / \b \f \n \r \t \u20AC \u00E9");
    }

    @Test
    void layout_makesNoDifference() {
        assertThat(JsonReader.read("\r\n{\t\"a\" : [ \"b\" ,{ } , [] ] } "))
                .containsExactly("a", List.of("b", Map.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": \"\u001F\"}",
                "{\"a\": \"\\u00\"}",
                "{\"a\": \"\\u",
                "{\"a\": \"\\u00G0\"}",
                "{\"a\" \"b\"}"
            })
    void anythingElse_isRefused(String text) {
        assertThrows(BadDescriptorException.class, () -> JsonReader.read(text));
    }
}
