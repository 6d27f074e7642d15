package dev.idem;

import org.jspecify.annotations.Nullable;

/** A running call entered itself again, with the same key: it would wait for its own end. The inner call did not run. */
public final class ReentrantCallException extends IdempotencyException {

    public ReentrantCallException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
