package dev.idem;

import org.jspecify.annotations.Nullable;

/** The key is in use for other content. This call neither ran nor got the other call's answer. */
public final class KeyConflictException extends IdempotencyException {

    public KeyConflictException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public KeyConflictException(String message) {
        this(message, null);
    }
}
