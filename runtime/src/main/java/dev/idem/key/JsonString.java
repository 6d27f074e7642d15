package dev.idem.key;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Writes JSON strings in UTF-8, escaped as RFC 8785 (section 3.2.2.2) wants them. The platform narrows a chunk of
 * characters to bytes, eight of which are then examined in one step; most of them stand for themselves. Of a few characters each is looked at.
 */
final class JsonString {

    private static final String HEX = "0123456789abcdef";
    private static final int FEW = 24;
    private static final int MAX_CHUNK = 128;
    private static final int CHUNK_AFTER_WIDE = 16;
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final CharsetEncoder latin1 = StandardCharsets.ISO_8859_1.newEncoder();
    private final CharBuffer chars = CharBuffer.allocate(MAX_CHUNK);
    private final ByteBuffer narrow = ByteBuffer.allocate(MAX_CHUNK);

    /** Writes a string in quotes. False, with an unfinished text, if it holds a lone surrogate. */
    boolean write(String value, CanonicalText text) {
        text.ascii('"');
        int next = value.length() <= FEW ? text.plain(value) : 0;
        int chunk = MAX_CHUNK;
        while (next < value.length()) {
            int count = Math.min(chunk, value.length() - next);
            int narrowed = narrow(value, next, count);
            narrowed(narrowed, text);
            next += narrowed;
            chunk = Math.min(2 * chunk, MAX_CHUNK);
            if (narrowed < count) {
                int wide = wide(value, next, text);
                if (wide == 0) {
                    return false;
                }
                next += wide;
                chunk = CHUNK_AFTER_WIDE;
            }
        }
        text.ascii('"');
        return true;
    }

    /** Narrows characters to bytes, up to the first beyond U+00FF; gives their count. */
    private int narrow(String value, int from, int count) {
        value.getChars(from, from + count, chars.array(), 0);
        chars.position(0).limit(count);
        narrow.clear();
        latin1.encode(chars, narrow, /* endOfInput= */ false);
        return narrow.position();
    }

    private void narrowed(int count, CanonicalText text) {
        byte[] bytes = narrow.array();
        int next = 0;
        while (next < count) {
            int special = endOfPlain(bytes, next, count);
            text.append(bytes, next, special - next);
            next = special;
            if (next < count) {
                special((char) (bytes[next] & 0xFF), text);
                next++;
            }
        }
    }

    /** The place of the first byte that does not stand for itself, or the end. */
    private static int endOfPlain(byte[] bytes, int from, int end) {
        int i = from;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            long special = special((long) EIGHT.get(bytes, i));
            if (special != 0) {
                return i + Long.numberOfTrailingZeros(special) / Byte.SIZE;
            }
        }
        while (i < end && isPlain((char) (bytes[i] & 0xFF))) {
            i++;
        }
        return i;
    }

    /** Whether a character is written as the one byte of its code. */
    static boolean isPlain(char c) {
        return c >= 0x20 && c < 0x80 && c != '"' && c != '\\';
    }

    /**
     * Bits in the bytes that are control characters, quotes, backslashes or not ASCII. The lowest of them is right: a
     * subtraction borrows only from a byte above one that is special itself.
     */
    private static long special(long eight) {
        long control = eight - 0x20 * ONES;
        long quote = (eight ^ ('"' * ONES)) - ONES;
        long backslash = (eight ^ ('\\' * ONES)) - ONES;
        return (eight | control | quote | backslash) & HIGH_BITS;
    }

    private static void special(char c, CanonicalText text) {
        if (c >= 0x80) {
            text.utf8(c);
            return;
        }
        text.ascii('\\');
        switch (c) {
            case '"', '\\' -> text.ascii(c);
            case '\b' -> text.ascii('b');
            case '\t' -> text.ascii('t');
            case '\n' -> text.ascii('n');
            case '\f' -> text.ascii('f');
            case '\r' -> text.ascii('r');
            default -> {
                text.ascii("u00");
                text.ascii(HEX.charAt(c >> 4));
                text.ascii(HEX.charAt(c & 0xF));
            }
        }
    }

    /** Writes characters beyond U+00FF, up to the first other one; gives their count. None if a lone surrogate comes. */
    private static int wide(String value, int from, CanonicalText text) {
        int next = from;
        while (next < value.length() && value.charAt(next) > 0xFF) {
            int codePoint = value.codePointAt(next);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                return 0;
            }
            text.utf8(codePoint);
            next += Character.charCount(codePoint);
        }
        return next - from;
    }
}
