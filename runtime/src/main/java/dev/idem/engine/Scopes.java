package dev.idem.engine;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Knows of each thread what it is inside of. */
final class Scopes {

    private final ThreadLocal<Scope> current = ThreadLocal.withInitial(() -> Scope.NONE);

    /** How many threads have asked for a bypass: where none has, no thread's own scope is looked at. */
    private final AtomicInteger bypasses = new AtomicInteger();

    /** What this thread is inside of. */
    Scope current() {
        return current.get();
    }

    /** Whether the call that this thread enters next goes straight through. */
    boolean isBypassing() {
        return bypasses.get() != 0 && current.get().bypassing();
    }

    /** Whether the call that this thread enters now goes straight through; the next one does not. */
    boolean takeBypass() {
        if (!isBypassing()) {
            return false;
        }
        current.set(current.get().withBypassing(false));
        return true;
    }

    /** Does some work of this thread, of whose guarded calls the first goes straight through. */
    @Nullable
    Object bypassing(Invocation work) throws Throwable {
        bypasses.incrementAndGet();
        try {
            return within(current.get().withBypassing(true), work);
        } finally {
            bypasses.decrementAndGet();
        }
    }

    /** Does some work of this thread inside of a scope. */
    @Nullable
    Object within(Scope scope, Invocation work) throws Throwable {
        Scope before = current.get();
        current.set(scope);
        try {
            return work.proceed();
        } finally {
            restore(before);
        }
    }

    private void restore(Scope before) {
        if (before.equals(Scope.NONE)) {
            current.remove();
        } else {
            current.set(before);
        }
    }
}
