package dev.idem.key;

import org.jspecify.annotations.Nullable;

/**
 * Writes JSON strings in UTF-8, escaped as RFC 8785 (section 3.2.2.2) wants them. Of a chunk of
 * characters, those up to U+00FF are narrowed to bytes, in which {@link JsonEscapes} looks for what needs an escape.
 */
final class JsonString {

    private static final int FEW = 32;
    private static final int CHUNK_AFTER_WIDE = 16;

    private @Nullable Latin1 latin1; // made for the first string that needs it

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
        Latin1 narrowed = latin1();
        int next = 0;
        int chunk = Latin1.MAX_COUNT;
        while (next < value.length()) {
            int count = Math.min(chunk, value.length() - next);
            int done = narrowed.narrow(value, next, count);
            text.escaped(narrowed.bytes(), done);
            next += done;
            chunk = Math.min(2 * chunk, Latin1.MAX_COUNT);
            if (done < count) {
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

    private Latin1 latin1() {
        if (latin1 == null) {
            latin1 = new Latin1();
        }
        return latin1;
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
