package dev.idem;

import org.jspecify.annotations.Nullable;

/** No key can be made from the arguments of this call. It did not run. */
public final class IdempotencyKeyException extends IdempotencyException {

    public IdempotencyKeyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public IdempotencyKeyException(String message) {
        this(message, null);
    }
}
