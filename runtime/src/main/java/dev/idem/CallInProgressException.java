package dev.idem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The same call is still running elsewhere and waiting for it gave up. This call did not run; it may be repeated. */
public final class CallInProgressException extends IdempotencyException {

    private final transient Duration retryAfter;

    public CallInProgressException(String message, Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    /** After which time a repeat is sensible: what is left of the running call's lease. Never negative. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
