package dev.idem;

import org.jspecify.annotations.Nullable;

/** Root of the failures that this library raises itself. What a guarded method throws is never wrapped in one. */
public abstract class IdempotencyException extends RuntimeException {

    protected IdempotencyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
