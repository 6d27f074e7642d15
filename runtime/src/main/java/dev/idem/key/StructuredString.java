package dev.idem.key;

import java.util.Optional;

/** Strings in HTTP headers (RFC 9651, sections 3.3.3, 4.1.6 and 4.2.5): in double quotes, with two escapes. */
final class StructuredString {

    private static final char QUOTE = '"';
    private static final char ESCAPE = '\\';
    private static final char FIRST = ' ';
    private static final char LAST = '~';

    private StructuredString() {}

    /** The text between the quotes; empty if that is no string, or not a string alone. */
    static Optional<String> parse(String value) {
        if (value.length() < 2 || value.charAt(0) != QUOTE) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        int at = 1;
        while (at < value.length() && value.charAt(at) != QUOTE) {
            if (value.charAt(at) == ESCAPE) {
                at++;
                if (at == value.length() || !needsEscape(value.charAt(at))) {
                    return Optional.empty();
                }
            }
            if (value.charAt(at) < FIRST || value.charAt(at) > LAST) {
                return Optional.empty();
            }
            text.append(value.charAt(at++));
        }
        return at == value.length() - 1 ? Optional.of(text.toString()) : Optional.empty();
    }

    /** The text in quotes. It has no other characters than ASCII from space to tilde. */
    static String write(String text) {
        StringBuilder value = new StringBuilder(text.length() + 2).append(QUOTE);
        for (int i = 0; i < text.length(); i++) {
            if (needsEscape(text.charAt(i))) {
                value.append(ESCAPE);
            }
            value.append(text.charAt(i));
        }
        return value.append(QUOTE).toString();
    }

    private static boolean needsEscape(char c) {
        return c == QUOTE || c == ESCAPE;
    }
}
