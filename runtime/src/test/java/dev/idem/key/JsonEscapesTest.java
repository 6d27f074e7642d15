package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Characters in words of eight, several special ones in one word among them. */
final class JsonEscapesTest {

    @Test
    void characters_ofEveryPair_areWrittenAsTheyAreAlone() {
        for (int first = 0; first <= 0xFF; first++) {
            for (int second = 0; second <= 0xFF; second++) {
                assertEscaped("abcdef" + (char) first + (char) second + (char) first + "x" + (char) second);
            }
        }
    }

    @Test
    void characters_ofSeededRandomText_areWrittenAsTheyAreAlone() {
        Random random = new Random(3629);
        for (int i = 0; i < 20_000; i++) {
            int plain = random.nextInt(10);
            assertEscaped(random.ints(random.nextInt(40), 0, 0x100)
                    .map(c -> random.nextInt(10) < plain ? 'a' : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
    }

    @Test
    void characters_thatGrowMost_fillTheirRoomAndNoMore() {
        for (int count = 0; count < 40; count++) {
            assertEscaped("\u0001".repeat(count));
        }
    }

    /** In arrays that are not longer than promised. */
    private static void assertEscaped(String text) {
        StringBuilder expected = new StringBuilder();
        text.chars().forEach(c -> expected.append(alone((char) c)));
        byte[] latin1 = Arrays.copyOf(text.getBytes(StandardCharsets.ISO_8859_1), text.length() + JsonEscapes.SLACK);
        byte[] target = new byte[3 + text.length() * JsonEscapes.MAX_LENGTH + JsonEscapes.SLACK];
        int end = JsonEscapes.write(latin1, text.length(), target, 3);
        assertThat(new String(target, 3, end - 3, StandardCharsets.UTF_8)).isEqualTo(expected.toString());
    }

    private static String alone(char c) {
        return switch (c) {
            case '"', '\\' -> "\\" + c;
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c);
        };
    }
}
