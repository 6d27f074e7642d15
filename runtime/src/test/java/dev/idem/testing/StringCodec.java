package dev.idem.testing;

import dev.idem.codec.ResultCodec;
import dev.idem.codec.ResultType;
import java.nio.charset.StandardCharsets;

/** Writes strings as they are, and nothing else. */
public final class StringCodec implements ResultCodec {

    @Override
    public byte[] encode(Object value, ResultType type) {
        return ((String) value).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Object decode(byte[] bytes, ResultType type) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
