package dev.idem.engine;

import org.jspecify.annotations.Nullable;

/** Knows of each thread what it is inside of. */
final class Scopes {

    private final ThreadLocal<Scope> current = ThreadLocal.withInitial(() -> Scope.NONE);

    /** What this thread is inside of. */
    Scope current() {
        return current.get();
    }

    /** Whether the call that this thread enters now goes straight through; the next one does not. */
    boolean takeBypass() {
        Scope scope = current.get();
        if (!scope.bypassing()) {
            return false;
        }
        current.set(scope.withBypassing(false));
        return true;
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
