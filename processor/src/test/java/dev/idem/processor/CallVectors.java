package dev.idem.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The published calls: from their parameters, in words, to the content that every implementation must write. */
final class CallVectors {

    private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern CALL = Pattern.compile("\"parameters\": " + TEXT + ",\\s*\"content\": " + TEXT);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|(.))");

    private CallVectors() {}

    static Map<String, String> contents() {
        Map<String, String> contents = new LinkedHashMap<>();
        CALL.matcher(read()).results().forEach(call -> contents.put(unescape(call.group(1)), unescape(call.group(2))));
        return contents;
    }

    private static String unescape(String text) {
        return ESCAPE.matcher(text).replaceAll(CallVectors::character);
    }

    private static String character(MatchResult escape) {
        return java.util.regex.Matcher.quoteReplacement(
                escape.group(1) == null ? escape.group(2) : Character.toString(Integer.parseInt(escape.group(1), 16)));
    }

    private static String read() {
        try (InputStream in = CallVectors.class.getResourceAsStream("/vectors/java_calls.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
