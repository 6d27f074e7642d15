package dev.idem.engine;

/** Decides how each operation is guarded. Asked once per operation. Thread-safe. */
@FunctionalInterface
public interface Guards {

    /** What the annotation of the operation of this name sets, if one was met. */
    default PolicyOverrides annotated(String operation) {
        return PolicyOverrides.NONE;
    }

    /** The operation's guard; the same one at every call. */
    Guard guardOf(Operation operation);
}
