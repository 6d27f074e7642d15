package dev.idem.spring;

import org.jspecify.annotations.Nullable;

/** The application cannot start, because calls would not be guarded as they should be. */
public final class IdempotencySetupException extends RuntimeException {

    private final String description;
    private final String action;

    /**
     * What Spring Boot shows as its failure analysis.
     *
     * @param description what is wrong, where and why, in the user's words
     * @param action what to do about it
     */
    public IdempotencySetupException(String description, String action, @Nullable Throwable cause) {
        super(description + " " + action, cause);
        this.description = description;
        this.action = action;
    }

    public IdempotencySetupException(String description, String action) {
        this(description, action, /* cause= */ null);
    }

    public String description() {
        return description;
    }

    public String action() {
        return action;
    }
}
