package dev.idem.key;

import dev.idem.IdempotencyKeyException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** A growing text in UTF-8. */
final class CanonicalText {

    private static final int INITIAL_CAPACITY = 512;
    private static final int MAX_DIGITS = 19;
    private static final int MAX_KEPT = 1 << 16;
    private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

    private final JsonString strings = new JsonString();
    private byte[] bytes = new byte[INITIAL_CAPACITY];
    private int length;

    /** Forgets the text, but keeps the memory unless it is much. */
    void clear() {
        length = 0;
        if (bytes.length > MAX_KEPT) {
            bytes = new byte[INITIAL_CAPACITY];
        }
    }

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

    /** Writes the decimal digits of a number, after a minus sign where it is negative. */
    void decimal(long value) {
        if (value < 0) {
            ascii('-');
        }
        ensure(MAX_DIGITS);
        length += digits(value);
        int at = length;
        long rest = value;
        do {
            bytes[--at] = (byte) ('0' + Math.abs((int) (rest % 10)));
            rest /= 10;
        } while (rest != 0);
    }

    /** How many decimal digits a number has, without its sign. */
    static int digits(long value) {
        int digits = 1;
        for (long rest = value / 10; rest != 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    void zeros(int count) {
        for (int i = 0; i < count; i++) {
            ascii('0');
        }
    }

    /** Inserts a decimal point before the last so many digits. */
    void point(int digitsBehind) {
        ensure(1);
        System.arraycopy(bytes, length - digitsBehind, bytes, length - digitsBehind + 1, digitsBehind);
        bytes[length - digitsBehind] = '.';
        length++;
    }

    void octets(ByteBuffer octets) {
        int count = octets.remaining();
        ensure(count);
        octets.get(bytes, length, count);
        length += count;
    }

    /** Writes a JSON string. False, with an unfinished text, if it holds a lone surrogate. */
    boolean quoted(String value) {
        return strings.write(value, this);
    }

    /** Writes the first characters, up to one that does not stand for itself; gives their count. */
    int plain(String value) {
        int count = value.length();
        ensure(count);
        byte[] target = bytes;
        int start = length;
        int i = 0;
        while (i < count) {
            char c = value.charAt(i);
            if (!JsonString.isPlain(c)) {
                break;
            }
            target[start + i] = (byte) c;
            i++;
        }
        length = start + i;
        return i;
    }

    byte[] from(int start) {
        return Arrays.copyOfRange(bytes, start, length);
    }

    void append(byte[] source, int from, int count) {
        ensure(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    /** Writes a character beyond ASCII that is no surrogate. */
    void utf8(int codePoint) {
        ensure(4);
        if (codePoint < 0x800) {
            bytes[length++] = (byte) (0xC0 | (codePoint >> 6));
        } else if (codePoint < 0x1_0000) {
            bytes[length++] = (byte) (0xE0 | (codePoint >> 12));
            continuation(codePoint >> 6);
        } else {
            bytes[length++] = (byte) (0xF0 | (codePoint >> 18));
            continuation(codePoint >> 12);
            continuation(codePoint >> 6);
        }
        continuation(codePoint);
    }

    private void continuation(int bits) {
        bytes[length++] = (byte) (0x80 | (bits & 0x3F));
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
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, capacity(bytes.length, (long) length + more));
        }
    }

    /** Twice the present capacity, or what is needed: growth costs linear time. */
    static int capacity(int present, long needed) {
        if (needed > MAX_CAPACITY) {
            throw new IdempotencyKeyException("content: a text of more than 2 GiB has no canonical form");
        }
        return (int) Math.min(Math.max(needed, 2L * present), MAX_CAPACITY);
    }

    /** A part of the text, from the first byte to before the last. */
    record Stretch(int from, int to) {

        int length() {
            return to - from;
        }
    }
}
