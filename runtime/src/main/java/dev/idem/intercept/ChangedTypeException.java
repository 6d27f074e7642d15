package dev.idem.intercept;

import dev.idem.IdempotencyException;
import java.util.Set;

/** A type from another artifact is not the one that keys were compiled against. Nothing was run. */
public final class ChangedTypeException extends IdempotencyException {

    private final String description;
    private final String action;

    ChangedTypeException(Class<?> generated, Class<?> type, Set<String> added, Set<String> removed) {
        this(
                "The class " + generated.getName() + " was generated for another version of " + type.getName()
                        + " than the one that is there" + list(", which adds ", added) + list(", which lacks ", removed)
                        + ". Keys would be made without looking at the difference.",
                "Compile the module that holds " + generated.getName() + " anew, against the version of "
                        + type.getName() + " that it runs with. Its keys may change by that: KeyDiff in the jar of the"
                        + " processor says which.");
    }

    private ChangedTypeException(String description, String action) {
        super(description + " " + action, /* cause= */ null);
        this.description = description;
        this.action = action;
    }

    /** Which type differs, and in which members. */
    public String description() {
        return description;
    }

    /** What to compile anew. */
    public String action() {
        return action;
    }

    private static String list(String opening, Set<String> members) {
        return members.isEmpty() ? "" : opening + "'" + String.join("', '", members) + "'";
    }
}
