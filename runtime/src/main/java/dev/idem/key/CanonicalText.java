package dev.idem.key;

import dev.idem.IdempotencyKeyException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing text in UTF-8. */
final class CanonicalText {

    private static final int INITIAL_CAPACITY = 512;
    private static final int MAX_DIGITS = 19;
    private static final int MAX_KEPT = 1 << 16;
    private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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
        long negative = value < 0 ? value : -value; // there is one negative number more
        long power = -10;
        int digits = 1;
        while (digits < MAX_DIGITS && negative <= power) {
            power *= 10;
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

    /** Writes a JSON string if each of its characters stands for itself; else the text stays as it is. */
    boolean plain(String value) {
        int count = value.length();
        ensure(count + 2);
        byte[] target = bytes;
        int start = length + 1;
        int special = 0;
        for (int i = 0; i < count; i++) {
            char c = value.charAt(i);
            special |= JsonEscapes.special(c);
            target[start + i] = (byte) c;
        }
        if (special != 0) {
            return false;
        }
        target[length] = '"';
        target[start + count] = '"';
        length = start + count + 1;
        return true;
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

    /** Writes characters up to U+00FF inside a JSON string, from an array with {@link JsonEscapes#SLACK}. */
    void escaped(byte[] latin1, int count) {
        ensure(JsonEscapes.MAX_LENGTH * count + JsonEscapes.SLACK);
        length = JsonEscapes.write(latin1, count, bytes, length);
    }

    /** The characters of the JSON string at a place, up to its end or that of the text; escapes stay as they are. */
    String stringAt(int quote) {
        int end = quote + 1;
        while (end < length && bytes[end] != '"') {
            end += bytes[end] == '\\' ? 2 : 1;
        }
        return new String(bytes, quote + 1, Math.min(end, length) - quote - 1, StandardCharsets.UTF_8);
    }

    /** Writes the first bytes of these words, in each from the lowest on. */
    void words(long[] words, int count) {
        ensure(words.length * Long.BYTES);
        byte[] target = bytes;
        int at = length;
        for (long word : words) {
            EIGHT.set(target, at, word);
            at += Long.BYTES;
        }
        length += count;
    }

    /** Takes away all from a place on. */
    byte[] cut(int from) {
        byte[] end = Arrays.copyOfRange(bytes, from, length);
        length = from;
        return end;
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
}
