package dev.idem.spring.web;

import dev.idem.engine.Operation;
import org.jspecify.annotations.Nullable;

/** A request to a guarded method, and whether its answer is a replay. Thread-safe. */
final class Exchange {

    private final Operation operation;
    private volatile @Nullable WatchedMethod method;

    /** One whose method has not been called yet. */
    Exchange(Operation operation) {
        this.operation = operation;
    }

    /** Whether a call is the one of the request itself, the first one of its operation. The method is then that call's. */
    synchronized boolean takes(Operation called, WatchedMethod watched) {
        if (method != null || !operation.equals(called)) {
            return false;
        }
        method = watched;
        return true;
    }

    /** Whether a result that is there now is that of another run. */
    boolean isReplay() {
        WatchedMethod watched = method;
        return watched != null && !watched.hasRun();
    }

    /** Whether this failure is the outcome of another run. */
    boolean isReplay(Throwable failure) {
        return isReplay()
                && operation.replay().stream()
                        .anyMatch(declared -> declared.type().equals(failure.getClass()));
    }
}
