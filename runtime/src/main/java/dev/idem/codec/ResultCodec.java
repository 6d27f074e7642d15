package dev.idem.codec;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes results into records and reads them back. What comes back must equal what was written, in type and value.
 * Implementations are thread-safe.
 */
public interface ResultCodec {

    /**
     * Writes a result.
     *
     * @param value the result, never null: null is recorded without a codec
     * @param type the declared result type
     * @throws ResultCodecException if the value has no encoding
     */
    byte[] encode(Object value, ResultType type);

    /**
     * Reads a result.
     *
     * @param bytes what {@link #encode} made, perhaps in another process and of another version
     * @return null only if the codec itself encodes some value so
     * @throws ResultCodecException if the bytes are not a value of this type; a codec never guesses
     */
    @Nullable
    Object decode(byte[] bytes, ResultType type);

    /**
     * A codec of the same form whose decoded lists, sets and maps, at any depth, cannot be changed, so that many callers
     * can be given one object. Empty if there is none: then each caller's result is decoded for it.
     */
    default Optional<ResultCodec> sharing() {
        return Optional.empty();
    }
}
