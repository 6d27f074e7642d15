package dev.idem.engine;

import java.util.Collection;

/** Decides how each operation is guarded. Asked once per operation. Thread-safe. */
@FunctionalInterface
public interface Guards {

    /** What the annotation of the operation of this name sets, if one was met. */
    default PolicyOverrides annotated(String operation) {
        return PolicyOverrides.NONE;
    }

    /** What the first of these operations sets that has this name and sets anything. */
    static PolicyOverrides annotated(String operation, Collection<Operation> met) {
        return met.stream()
                .filter(known -> known.name().equals(operation))
                .map(Operation::overrides)
                .filter(overrides -> !overrides.equals(PolicyOverrides.NONE))
                .findFirst()
                .orElse(PolicyOverrides.NONE);
    }

    /** The operation's guard; the same one at every call. */
    Guard guardOf(Operation operation);
}
