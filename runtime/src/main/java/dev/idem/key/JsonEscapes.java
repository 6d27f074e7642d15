package dev.idem.key;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/**
 * The characters up to U+00FF inside JSON strings, with the escapes of RFC 8785 (section 3.2.2.2), in UTF-8. Eight of
 * them are examined in one step; most of them stand for themselves.
 */
final class JsonEscapes {

    /** The most bytes that one character becomes. */
    static final int MAX_LENGTH = 6;

    /** How many bytes behind the characters, and behind what they become, are written over. */
    static final int SLACK = Long.BYTES;

    private static final int LENGTH_SHIFT = 56;
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** What each character becomes: its bytes from the lowest on, and their count in the highest. */
    private static final long[] FORMS = IntStream.rangeClosed(0, 0xFF)
            .mapToLong(c -> packed(form((char) c)))
            .toArray();

    private static final byte[] SPECIAL = special(FORMS);

    private JsonEscapes() {}

    /** Zero for a character that is written as the one byte of its code. Without a branch, for loops. */
    static int special(char c) {
        return SPECIAL[c & 0xFF] | c >> Byte.SIZE;
    }

    /**
     * Writes characters; gives the place behind them.
     *
     * @param latin1 the characters, and {@link #SLACK}
     * @param target has room for {@link #MAX_LENGTH} times as many bytes, and for {@link #SLACK}
     */
    static int write(byte[] latin1, int count, byte[] target, int from) {
        int at = from;
        int next = 0;
        for (; next <= count - Long.BYTES; next += Long.BYTES) {
            long eight = (long) EIGHT.get(latin1, next);
            at = write(eight, special(eight), target, at);
        }
        int rest = count - next;
        if (rest == 0) {
            return at;
        }
        long last = (long) EIGHT.get(latin1, next);
        long ofRest = (1L << (rest * Byte.SIZE)) - 1;
        return write(last, special(last) & ofRest, target, at) - (Long.BYTES - rest);
    }

    private static int write(long eight, long special, byte[] target, int at) {
        EIGHT.set(target, at, eight);
        return special == 0 ? at + Long.BYTES : escape(eight, special, target, at);
    }

    /** Writes eight characters, where the first ones have been written as they are. */
    private static int escape(long eight, long firstSpecial, byte[] target, int from) {
        int at = from;
        int done = 0;
        for (long special = firstSpecial; special != 0; special &= special - 1) {
            int place = Long.numberOfTrailingZeros(special) / Byte.SIZE;
            long form = FORMS[(int) (eight >>> (place * Byte.SIZE)) & 0xFF];
            at += place - done;
            EIGHT.set(target, at, form);
            at += (int) (form >>> LENGTH_SHIFT);
            done = place + 1;
            EIGHT.set(target, at, eight >>> (done * Byte.SIZE));
        }
        return at + Long.BYTES - done;
    }

    /**
     * The high bits of the bytes that are control characters, quotes, backslashes or not ASCII; also of some above these,
     * as a subtraction may borrow from there.
     */
    private static long special(long eight) {
        long control = eight - 0x20 * ONES;
        long quote = (eight ^ ('"' * ONES)) - ONES;
        long backslash = (eight ^ ('\\' * ONES)) - ONES;
        return (eight | control | quote | backslash) & HIGH_BITS;
    }

    private static long packed(String form) {
        byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
        long packed = (long) bytes.length << LENGTH_SHIFT;
        for (int i = 0; i < bytes.length; i++) {
            packed |= (bytes[i] & 0xFFL) << (i * Byte.SIZE);
        }
        return packed;
    }

    private static byte[] special(long[] forms) {
        byte[] special = new byte[forms.length];
        for (int c = 0; c < forms.length; c++) {
            boolean itself = forms[c] == (1L << LENGTH_SHIFT | c);
            special[c] = (byte) (itself ? 0 : 1);
        }
        return special;
    }

    private static String form(char c) {
        return switch (c) {
            case '"', '\\' -> "\\" + c;
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> c < 0x20 ? "\\u%04x".formatted((int) c) : String.valueOf(c);
        };
    }
}
