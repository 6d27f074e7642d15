package dev.idem.key;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text in UTF-8, where {@code String.getBytes} would write a question mark for a lone surrogate. */
final class Utf8 {

    private Utf8() {}

    /** The bytes of a text; empty if it holds a lone surrogate, which has none. */
    static Optional<byte[]> encode(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] encoded = new byte[bytes.remaining()];
            bytes.get(encoded);
            return Optional.of(encoded);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
