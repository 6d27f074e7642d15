package dev.idem.key;

import dev.idem.IdempotencyKeyException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The name of a member, kept as the bytes that are written for it. Generated code has one constant for each name.
 * Immutable.
 */
public final class MemberName {

    private final long[] words; // eight bytes in each, which for a few is quicker than to copy an array
    private final int length;

    private MemberName(long[] words, int length) {
        this.words = words;
        this.length = length;
    }

    /**
     * Makes a name.
     *
     * @param name the text of the name; what needs an escape gets it here
     * @throws IdempotencyKeyException if it holds a lone surrogate, which UTF-8 cannot express
     */
    public static MemberName of(String name) {
        CanonicalText text = new CanonicalText();
        if (!text.quoted(name)) {
            throw new IdempotencyKeyException("The name of a member holds half of a surrogate pair.");
        }
        text.ascii(':');
        byte[] bytes = text.toBytes();
        long[] words = new long[(bytes.length + Long.BYTES - 1) / Long.BYTES];
        ByteBuffer.wrap(Arrays.copyOf(bytes, words.length * Long.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer()
                .get(words);
        return new MemberName(words, bytes.length);
    }

    /** Writes it in quotes, and the colon behind it. */
    void write(CanonicalText text) {
        text.words(words, length);
    }
}
