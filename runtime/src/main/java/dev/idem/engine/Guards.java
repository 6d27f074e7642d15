package dev.idem.engine;

/** Decides how each operation is guarded. Asked once per operation. Thread-safe. */
@FunctionalInterface
public interface Guards {

    /** The operation's guard; the same one at every call. */
    Guard guardOf(Operation operation);
}
