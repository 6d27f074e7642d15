package dev.idem.engine;

import org.jspecify.annotations.Nullable;

/** The user's method with its arguments, ready to run. */
@FunctionalInterface
public interface Invocation {

    /** Runs the method. What it throws is what its caller gets. */
    @Nullable
    Object proceed() throws Throwable;
}
