package dev.idem.engine;

import java.util.Collection;
import java.util.List;

/** Wants to know what becomes of calls: for meters, traces and logs. Thread-safe. */
@FunctionalInterface
public interface CallObserver {

    /** Looks at nothing. */
    CallObserver NONE = operation -> OperationObserver.NONE;

    /**
     * Who is told of the calls of this operation. Asked when the operation's guard is decided, not at each call, and again
     * for each further declaration of the same operation; so what belongs to an operation is kept by its name.
     */
    OperationObserver observe(Operation operation);

    /** All of these, each asked and told even if another one fails. */
    static CallObserver all(Collection<? extends CallObserver> observers) {
        List<CallObserver> those = List.copyOf(observers);
        return operation -> OperationObserver.all(those.stream()
                .map(observer -> SafeObserver.of(observer, operation))
                .toList());
    }
}
