package dev.idem.engine;

import org.jspecify.annotations.Nullable;

/** The user's method with its arguments, ready to run. */
@FunctionalInterface
public interface Invocation {

    /** Runs the method. What it throws is what its caller gets. */
    @Nullable
    Object proceed() throws Throwable;

    /**
     * Runs the method with these arguments in place of its caller's; may be called more than once. Only what is guarded item
     * by item needs it.
     */
    default @Nullable Object proceed(@Nullable Object[] arguments) throws Throwable {
        throw new UnsupportedOperationException("This invocation runs its method with its caller's arguments only.");
    }
}
