package dev.idem.engine;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/**
 * Is told of the calls of one operation, on the thread that brings the news: often the caller's, so it must be quick and
 * must not block. What it throws changes no answer. It is never told what a call is about, or what it was answered with.
 * Thread-safe.
 */
@FunctionalInterface
public interface OperationObserver {

    /** Looks at nothing. */
    OperationObserver NONE = outcome -> {};

    /** A call has its outcome, and its caller is about to be told. */
    void answered(CallOutcome outcome);

    /** The method ran for this long, all attempts and the pauses between them together, and has ended somehow. */
    default void ran(Duration time) {}

    /** A call waited for this long for others that were making the same call, and waits no more. */
    default void waited(Duration time) {}

    /** The claim of a running call was lost, so another one may run beside it. */
    default void lostLease() {}

    /** A call ran though another run of it had been recorded: it has run twice. */
    default void ranTwice() {}

    /** A run used this amount, as {@code savings} of the operation says. */
    default void spent(String unit, double amount) {}

    /** A replay made it unnecessary to use this amount. */
    default void saved(String unit, double amount) {}

    /** All of these, each told even if another one fails. */
    static OperationObserver all(Collection<OperationObserver> observers) {
        OperationObserver[] those = observers.stream()
                .filter(observer -> !observer.equals(NONE))
                .flatMap(observer -> observer instanceof SafeObserver safe
                        ? safe.stream()
                        : Arrays.stream(new OperationObserver[] {observer}))
                .toArray(OperationObserver[]::new);
        return those.length == 0 ? NONE : new SafeObserver(those);
    }
}
