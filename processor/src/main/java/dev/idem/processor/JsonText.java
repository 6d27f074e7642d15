package dev.idem.processor;

import java.util.List;
import java.util.Map;

/**
 * Writes JSON of objects, arrays and strings, one member a line; objects in the order of their maps. All of it is ASCII: a
 * compiler writes it in whatever encoding it was told.
 */
final class JsonText {

    private static final String INDENT = "  ";

    private JsonText() {}

    /** The text, with a line feed at its end. */
    static String of(Map<String, ?> object) {
        return value(object, "") + "\n";
    }

    private static String value(Object value, String indent) {
        if (value instanceof Map<?, ?> object) {
            return lines(
                    '{',
                    object.entrySet().stream()
                            .map(entry -> quoted(String.valueOf(entry.getKey())) + ": "
                                    + value(entry.getValue(), indent + INDENT))
                            .toList(),
                    '}',
                    indent);
        }
        if (value instanceof List<?> array) {
            return lines(
                    '[',
                    array.stream()
                            .map(element -> value(element, indent + INDENT))
                            .toList(),
                    ']',
                    indent);
        }
        return quoted(value.toString());
    }

    private static String lines(char open, List<String> parts, char close, String indent) {
        String end = "\n" + indent;
        return parts.isEmpty()
                ? "" + open + close
                : open + end + INDENT + String.join("," + end + INDENT, parts) + end + close;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i), quoted);
        }
        return quoted.append('"').toString();
    }

    private static void append(char character, StringBuilder quoted) {
        if (character < ' ' || character > '~') {
            quoted.append("\\u%04x".formatted((int) character));
        } else if (character == '"' || character == '\\') {
            quoted.append('\\').append(character);
        } else {
            quoted.append(character);
        }
    }
}
