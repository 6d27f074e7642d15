package dev.idem.engine;

import dev.idem.codec.ResultCodec;
import dev.idem.codec.ResultCodecException;
import dev.idem.codec.ResultType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exceptions as bytes: each part with its length (4 bytes, -1 for null) and the codec's bytes. */
final class ThrownForm {

    private static final int NULL = -1;

    private final ResultCodec codec;

    ThrownForm(ResultCodec codec) {
        this.codec = codec;
    }

    byte[] encode(ReplayedException form, Throwable thrown) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        @Nullable Object[] parts = form.reader().apply(thrown);
        for (int i = 0; i < parts.length; i++) {
            Object part = parts[i];
            if (part == null) {
                bytes.writeBytes(length(NULL));
            } else {
                byte[] encoded = codec.encode(part, form.parts().get(i));
                bytes.writeBytes(length(encoded.length));
                bytes.writeBytes(encoded);
            }
        }
        return bytes.toByteArray();
    }

    /**
     * A new exception, made on this thread.
     *
     * @throws RuntimeException if the bytes are not all that {@link #encode} made, or the exception refuses its parts
     */
    Throwable decode(ReplayedException form, ByteBuffer bytes) {
        List<ResultType> types = form.parts();
        @Nullable Object[] parts = new Object[types.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = part(types.get(i), bytes);
        }
        if (bytes.hasRemaining()) {
            throw new ResultCodecException("More is recorded than " + form + " has parts.", null);
        }
        return form.factory().apply(parts);
    }

    private @Nullable Object part(ResultType type, ByteBuffer bytes) {
        int length = bytes.getInt();
        if (length == NULL) {
            return null;
        }
        if (length < 0 || length > bytes.remaining()) {
            throw new ResultCodecException("A part of type " + type + " is not recorded whole.", null);
        }
        byte[] encoded = new byte[length];
        bytes.get(encoded);
        return codec.decode(encoded, type);
    }

    private static byte[] length(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }
}
