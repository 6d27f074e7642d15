package dev.idem.key;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Writes JSON strings in UTF-8, escaped as RFC 8785 (section 3.2.2.2) wants them. The platform narrows a chunk of
 * characters to bytes, in which {@link JsonEscapes} looks for those that need an escape.
 */
final class JsonString {

    private static final int FEW = 32;
    private static final int MAX_CHUNK = 1_024;
    private static final int CHUNK_AFTER_WIDE = 16;

    private final CharsetEncoder latin1 = StandardCharsets.ISO_8859_1.newEncoder();
    private final CharBuffer chars = CharBuffer.allocate(MAX_CHUNK);
    private final ByteBuffer narrow = ByteBuffer.allocate(MAX_CHUNK + JsonEscapes.SLACK);

    /** Writes a string in quotes. False, with an unfinished text, if it holds a lone surrogate. */
    boolean write(String value, CanonicalText text) {
        if (value.length() <= FEW && text.plain(value)) {
            return true;
        }
        text.ascii('"');
        boolean wellFormed = chunks(value, text);
        text.ascii('"');
        return wellFormed;
    }

    private boolean chunks(String value, CanonicalText text) {
        int next = 0;
        int chunk = MAX_CHUNK;
        while (next < value.length()) {
            int count = Math.min(chunk, value.length() - next);
            int narrowed = narrow(value, next, count);
            text.escaped(narrow.array(), narrowed);
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
