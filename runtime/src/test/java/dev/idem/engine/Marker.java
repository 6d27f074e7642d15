package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** What only users and the store may see. */
final class Marker {

    static final String TEXT = "MARKER-4711";

    private Marker() {}

    /** Neither in clear, nor as bytes are usually written. */
    static void assertInNoneOf(List<String> texts) {
        for (String form : forms()) {
            assertThat(texts.stream().filter(text -> text.contains(form))).isEmpty();
        }
    }

    private static List<String> forms() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        String numbers = Arrays.toString(bytes);
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        return List.of(
                TEXT,
                numbers.substring(1, numbers.length() - 1),
                HexFormat.of().formatHex(bytes),
                base64.substring(0, base64.length() - 2));
    }
}
