package dev.idem;

import org.jspecify.annotations.Nullable;

/** Whose call it is could not be found out, so it could get somebody else's answer. It did not run. */
public final class UnknownTenantException extends IdempotencyException {

    public UnknownTenantException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
