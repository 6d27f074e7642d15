package dev.idem.intercept;

import dev.idem.engine.Invocation;
import dev.idem.engine.Operation;
import org.jspecify.annotations.Nullable;

/** What goes on around guarded calls, outside of the engine, on the threads that make them. Thread-safe. */
@FunctionalInterface
public interface AroundCall {

    /**
     * Lets one call pass to the engine, exactly once.
     *
     * @param method the guarded method, which the engine runs now, later or never
     * @return what the caller gets: what the engine gave, or the same in another object of its type
     * @throws Throwable what the engine throws, unchanged
     */
    @Nullable
    Object around(Operation operation, Invocation method, Passage engine) throws Throwable;

    /** The way to the engine. */
    @FunctionalInterface
    interface Passage {

        /** The engine's answer to this call. */
        @Nullable
        Object answer(Invocation method) throws Throwable;
    }
}
