package dev.idem.processor;

/** Writes text as a literal of Java, in ASCII: it is the same in every encoding that a compiler can be told to write. */
final class StringLiteral {

    private StringLiteral() {}

    /** The text in quotes. */
    static String of(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i), literal);
        }
        return literal.append('"').toString();
    }

    private static void append(char character, StringBuilder literal) {
        switch (character) {
            case '"', '\\' -> literal.append('\\').append(character);
            case '\b' -> literal.append("\\b");
            case '\t' -> literal.append("\\t");
            case '\n' -> literal.append("\\n");
            case '\f' -> literal.append("\\f");
            case '\r' -> literal.append("\\r");
            default -> {
                if (character < ' ' || character > '~') {
                    literal.append("\\u%04x".formatted((int) character));
                } else {
                    literal.append(character);
                }
            }
        }
    }
}
