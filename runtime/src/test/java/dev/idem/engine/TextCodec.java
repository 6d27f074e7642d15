package dev.idem.engine;

import dev.idem.codec.ResultCodec;
import dev.idem.codec.ResultCodecException;
import dev.idem.codec.ResultType;
import java.nio.charset.StandardCharsets;

/** Strings as UTF-8; the texts {@code unencodable} and {@code too deep} have no encoding, and no bytes decode to {@code broken}. */
final class TextCodec implements ResultCodec {

    @Override
    public byte[] encode(Object value, ResultType type) {
        if (value.equals("unencodable")) {
            throw new ResultCodecException("no encoding", null);
        }
        if (value.equals("too deep")) {
            throw new StackOverflowError();
        }
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Object decode(byte[] bytes, ResultType type) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.equals("broken")) {
            throw new ResultCodecException("no value", null);
        }
        return text;
    }
}
