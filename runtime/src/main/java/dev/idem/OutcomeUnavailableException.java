package dev.idem;

import org.jspecify.annotations.Nullable;

/** The call ran and its outcome is recorded, but cannot be given back. It is never run a second time for that. */
public final class OutcomeUnavailableException extends IdempotencyException {

    public OutcomeUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public OutcomeUnavailableException(String message) {
        this(message, null);
    }
}
