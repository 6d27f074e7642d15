package dev.idem.engine;

import java.util.Optional;

/**
 * Who makes a call, and how long it waits for others.
 *
 * @param thread the thread that waits; empty if none does
 * @param scope what it is inside of
 * @param room where it has its place while it waits
 * @param deadline when its waiting ends, on the timer's clock
 */
record Caller(Optional<Thread> thread, Scope scope, WaitingRoom room, long deadline) {

    Caller withDeadline(long value) {
        return new Caller(thread, scope, room, value);
    }

    /** Whether following this flight would be waiting for itself. */
    boolean waitsForItself(Call call, Flight flight) {
        return !flight.landing().isDone() && (flight.isLedBy(this) || scope.isInside(call));
    }
}
