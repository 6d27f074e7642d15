package dev.idem.codec;

import org.jspecify.annotations.Nullable;

/** A value cannot be encoded, or bytes cannot be decoded. The message never holds the value. */
public final class ResultCodecException extends RuntimeException {

    public ResultCodecException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
