package dev.idem;

import org.jspecify.annotations.Nullable;

/** The client gave no key to a call that needs one. It did not run. */
public final class MissingIdempotencyKeyException extends IdempotencyException {

    public MissingIdempotencyKeyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public MissingIdempotencyKeyException(String message) {
        this(message, null);
    }
}
