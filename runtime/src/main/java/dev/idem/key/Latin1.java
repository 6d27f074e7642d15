package dev.idem.key;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** Narrows characters up to U+00FF to bytes, by the encoder of the platform, which does it with vector instructions. */
final class Latin1 {

    static final int MAX_COUNT = 1_024;

    private final CharsetEncoder encoder = StandardCharsets.ISO_8859_1.newEncoder();
    private final CharBuffer chars = CharBuffer.allocate(MAX_COUNT);
    private final ByteBuffer bytes = ByteBuffer.allocate(MAX_COUNT + JsonEscapes.SLACK);

    /** Narrows at most {@link #MAX_COUNT} characters, up to the first beyond U+00FF; gives their count. */
    int narrow(String value, int from, int count) {
        value.getChars(from, from + count, chars.array(), 0);
        chars.position(0).limit(count);
        bytes.clear();
        encoder.encode(chars, bytes, /* endOfInput= */ false);
        return bytes.position();
    }

    /** What the last characters became, and {@link JsonEscapes#SLACK}. */
    byte[] bytes() {
        return bytes.array();
    }
}
