package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idem.IdempotencyKeyException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings: their escapes, their UTF-8, and what has none. */
final class JsonStringTest {

    /** Around the lengths at which strings are written in another way. */
    private static final int[] PLACES = IntStream.concat(IntStream.range(0, 80), IntStream.range(990, 1_040))
            .toArray();

    /** Strings are written in chunks and in steps of eight bytes: every kind of character stands at every place. */
    @Test
    void string_withEachKindOfCharacterAtEachPlace_isWritten() {
        for (String special :
                List.of("\"", "\\", "\n", "\u0000", "\u001F", "\u007F", "\u0080", "é", "ÿ", "Ā", "€", "\uD83D\uDE00")) {
            for (int place : PLACES) {
                String value = "x".repeat(place) + special + "y".repeat(20);
                String escaped =
                        special.codePoints().mapToObj(JsonStringTest::escaped).collect(Collectors.joining());
                assertThat(Canonical.text(out -> out.value(value)))
                        .isEqualTo('"' + "x".repeat(place) + escaped + "y".repeat(20) + '"');
            }
        }
    }

    @Test
    void string_ofSeededRandomText_readsBack() throws JsonProcessingException {
        Random random = new Random(3629);
        for (int i = 0; i < 5_000; i++) {
            String value = random.ints(random.nextInt(400), 0, 0x2000)
                    .map(bits -> bits % 3 == 0 ? bits : bits % 0x60 + 0x20)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String text = Canonical.text(out -> out.value(value));
            assertThat(new ObjectMapper().readValue(text, String.class)).isEqualTo(value);
        }
    }

    @Test
    void capacity_beyondWhatAnArrayHolds_isRefused() {
        assertThat(CanonicalText.capacity(16, 17)).isEqualTo(32);
        assertThat(CanonicalText.capacity(16, 40)).isEqualTo(40);
        assertThat(CanonicalText.capacity(1 << 30, (1 << 30) + 1L)).isEqualTo(Integer.MAX_VALUE - 8);
        assertThatThrownBy(() -> CanonicalText.capacity(1 << 30, Integer.MAX_VALUE))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessageContaining("2 GiB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD800",
                "\uDC00",
                "a\uD83D",
                "\uDE00\uD83D",
                "\uD83D\uD83D\uDE00",
                "\uD83D\uDE00\uDE00",
                "\uD83Dx\uDE00"
            })
    void string_withALoneSurrogate_isRefused(String value) {
        assertThatThrownBy(() -> Canonical.text(out -> out.value(value)))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessage("content: a lone surrogate has no UTF-8 form");
        assertThatThrownBy(() -> Canonical.text(out -> {
                    out.beginMap();
                    out.key(value);
                }))
                .isInstanceOf(IdempotencyKeyException.class);
    }

    @Test
    void string_ofEveryCharacter_isUtf8WithTheEscapesOfRfc8785() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                String value = Character.toString(codePoint);
                assertThat(Canonical.bytes(out -> out.value(value)))
                        .isEqualTo(('"' + escaped(codePoint) + '"').getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String escaped(int codePoint) {
        return switch (codePoint) {
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            case '"', '\\' -> "\\" + (char) codePoint;
            default -> codePoint < ' ' ? String.format("\\u%04x", codePoint) : Character.toString(codePoint);
        };
    }
}
