package dev.idem;

import org.jspecify.annotations.Nullable;

/** The store did not answer. Nothing was run. */
public final class StoreUnavailableException extends IdempotencyException {

    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public StoreUnavailableException(String message) {
        this(message, null);
    }
}
