package dev.idem.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link JsonText} writes, in whatever layout: objects, arrays and strings, and nothing else. */
final class JsonReader {

    private final String text;
    private int position;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * Reads one object.
     *
     * @throws BadDescriptorException if the text is anything else
     */
    static Map<String, Object> read(String text) {
        JsonReader reader = new JsonReader(text);
        Map<String, Object> object = reader.object();
        reader.skipSpace();
        if (reader.position < text.length()) {
            throw reader.unexpected();
        }
        return object;
    }

    private Object value() {
        return switch (next()) {
            case '{' -> object();
            case '[' -> array();
            default -> string();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        expect('{');
        for (boolean more = next() != '}'; more; more = isFollowed()) {
            String name = string();
            expect(':');
            if (members.put(name, value()) != null) {
                throw new BadDescriptorException("the member \"" + name + "\" is there twice");
            }
        }
        expect('}');
        return members;
    }

    private List<Object> array() {
        List<Object> elements = new ArrayList<>();
        expect('[');
        for (boolean more = next() != ']'; more; more = isFollowed()) {
            elements.add(value());
        }
        expect(']');
        return elements;
    }

    private boolean isFollowed() {
        boolean followed = next() == ',';
        if (followed) {
            position++;
        }
        return followed;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        for (char c = take(); c != '"'; c = take()) {
            if (c < ' ') {
                throw unexpected();
            }
            string.append(c == '\\' ? escaped() : c);
        }
        return string.toString();
    }

    private char escaped() {
        char c = take();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw unexpected();
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(take(), 16);
            if (digit < 0) {
                throw unexpected();
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw unexpected();
        }
        position++;
    }

    /** The next character that is no white space; it stays where it is. */
    private char next() {
        skipSpace();
        if (position == text.length()) {
            throw unexpected();
        }
        return text.charAt(position);
    }

    private char take() {
        if (position == text.length()) {
            throw unexpected();
        }
        return text.charAt(position++);
    }

    private void skipSpace() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private BadDescriptorException unexpected() {
        return new BadDescriptorException("not a descriptor: character " + position + " is not expected");
    }
}
