package dev.idem.intercept;

import dev.idem.IdempotencyException;

/** Two types declare one operation, so their calls would share records. Nothing was run. */
public final class DuplicateOperationException extends IdempotencyException {

    private static final String ACTION = "Give each of them a name of its own: @IdempotentCall(operation = \"...\")."
            + " If one of the two types is gone, build its module from clean: META-INF/idem holds what is left of it.";

    private final String description;

    DuplicateOperationException(String operation, String firstType, String secondType) {
        this("Two types declare the operation '" + operation + "': " + firstType + " and " + secondType
                + ". Their calls would get each other's answers.");
    }

    private DuplicateOperationException(String description) {
        super(description + " " + ACTION, /* cause= */ null);
        this.description = description;
    }

    /** Which operation, and which types. */
    public String description() {
        return description;
    }

    /** How to tell them apart. */
    public String action() {
        return ACTION;
    }
}
