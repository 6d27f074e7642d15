package dev.idem.key;

import java.util.Arrays;
import java.util.List;

/** A growing text in UTF-8, with JSON strings escaped as RFC 8785 (section 3.2.2.2) wants them. */
final class CanonicalText {

    private static final String HEX = "0123456789abcdef";
    private static final int INITIAL_CAPACITY = 256;

    private byte[] bytes = new byte[INITIAL_CAPACITY];
    private int length;

    int length() {
        return length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    void ascii(char character) {
        ensure(1);
        bytes[length++] = (byte) character;
    }

    void ascii(String characters) {
        ensure(characters.length());
        for (int i = 0; i < characters.length(); i++) {
            bytes[length++] = (byte) characters.charAt(i);
        }
    }

    void octets(byte[] octets) {
        ensure(octets.length);
        System.arraycopy(octets, 0, bytes, length, octets.length);
        length += octets.length;
    }

    /** Writes a JSON string. False, with an unfinished text, if it holds a lone surrogate. */
    boolean quoted(String value) {
        ascii('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!Character.isSurrogate(c)) {
                character(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
                supplementary(Character.toCodePoint(c, value.charAt(i)));
            } else {
                return false;
            }
        }
        ascii('"');
        return true;
    }

    private void character(char c) {
        if (c < 0x20 || c == '"' || c == '\\') {
            escaped(c);
        } else if (c < 0x80) {
            ascii(c);
        } else if (c < 0x800) {
            ensure(2);
            bytes[length++] = (byte) (0xC0 | (c >> 6));
            continuation(c);
        } else {
            ensure(3);
            bytes[length++] = (byte) (0xE0 | (c >> 12));
            continuation(c >> 6);
            continuation(c);
        }
    }

    private void supplementary(int codePoint) {
        ensure(4);
        bytes[length++] = (byte) (0xF0 | (codePoint >> 18));
        continuation(codePoint >> 12);
        continuation(codePoint >> 6);
        continuation(codePoint);
    }

    private void continuation(int bits) {
        bytes[length++] = (byte) (0x80 | (bits & 0x3F));
    }

    private void escaped(char c) {
        ascii('\\');
        switch (c) {
            case '"', '\\' -> ascii(c);
            case '\b' -> ascii('b');
            case '\t' -> ascii('t');
            case '\n' -> ascii('n');
            case '\f' -> ascii('f');
            case '\r' -> ascii('r');
            default -> {
                ascii("u00");
                ascii(HEX.charAt(c >> 4));
                ascii(HEX.charAt(c & 0xF));
            }
        }
    }

    /** Compares two stretches of this text by UTF-16 code units, as RFC 8785 (section 3.2.3) orders names. */
    int compare(Stretch left, Stretch right) {
        int mismatch = Arrays.mismatch(bytes, left.from(), left.to(), bytes, right.from(), right.to());
        if (mismatch < 0) {
            return 0;
        }
        if (mismatch == left.length() || mismatch == right.length()) {
            return Integer.compare(left.length(), right.length());
        }
        return Integer.compare(utf16Rank(bytes[left.from() + mismatch]), utf16Rank(bytes[right.from() + mismatch]));
    }

    /**
     * UTF-8 orders like code points. UTF-16 differs in one place: surrogate pairs (lead bytes from F0) come before
     * U+E000 to U+FFFF (lead bytes EE and EF).
     */
    private static int utf16Rank(byte octet) {
        int unsigned = octet & 0xFF;
        return unsigned == 0xEE || unsigned == 0xEF ? unsigned + 0x10 : unsigned;
    }

    /** Replaces all from the given place by these stretches of it, separated by commas. */
    void arrange(int from, List<Stretch> stretches) {
        byte[] source = Arrays.copyOfRange(bytes, from, length);
        length = from;
        for (Stretch stretch : stretches) {
            if (length > from) {
                ascii(',');
            }
            System.arraycopy(source, stretch.from() - from, bytes, length, stretch.length());
            length += stretch.length();
        }
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, Math.multiplyExact(bytes.length, 2)));
        }
    }

    /** A part of the text, from the first byte to before the last. */
    record Stretch(int from, int to) {

        int length() {
            return to - from;
        }
    }
}
