package dev.idem.spring.web;

import dev.idem.engine.Invocation;
import org.jspecify.annotations.Nullable;

/** A guarded method that remembers whether it was run. Thread-safe. */
final class WatchedMethod implements Invocation {

    private final Invocation method;
    private volatile boolean ran;

    WatchedMethod(Invocation method) {
        this.method = method;
    }

    /** Whether it was run, or has begun to. */
    boolean hasRun() {
        return ran;
    }

    @Override
    public @Nullable Object proceed() throws Throwable {
        ran = true;
        return method.proceed();
    }

    @Override
    public @Nullable Object proceed(@Nullable Object[] arguments) throws Throwable {
        ran = true;
        return method.proceed(arguments);
    }
}
