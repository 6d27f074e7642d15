package dev.idem.key;

import dev.idem.IdempotencyKeyException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 without guessing: {@code String.getBytes} would turn a lone surrogate into a question mark. */
final class Utf8 {

    private Utf8() {}

    /**
     * The encoded text.
     *
     * @throws IdempotencyKeyException if it holds a lone surrogate, which UTF-8 cannot express
     */
    static ByteBuffer encode(String text) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw new IdempotencyKeyException(
                    "A part of a key holds half of a surrogate pair. Pass well-formed text.", e);
        }
    }

    /**
     * The text itself, once it is known to be well-formed.
     *
     * @throws IdempotencyKeyException if it holds a lone surrogate, which UTF-8 cannot express
     */
    static String checked(String text) {
        encode(text);
        return text;
    }
}
