package dev.idem.engine;

import java.time.Duration;

/**
 * Keeps a dead store from costing every call its time-out: after some claims in a row that waited long for no answer, one
 * claim in a while is let through to look whether the store is back; the others are told at once. An error that comes
 * quickly counts as life. Thread-safe.
 */
final class Breaker {

    private static final int COSTLY_FAILURES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Timer timer;
    private final Duration costly;
    private int failures;
    private long nextLook;

    /**
     * A breaker that lets every claim through.
     *
     * @param timeout the longest time until the store answers or fails; zero if it never leaves the process
     */
    Breaker(Timer timer, Duration timeout) {
        this.timer = timer;
        this.costly = timeout.dividedBy(2);
    }

    /** Whether a claim may be sent now. */
    synchronized boolean allows() {
        if (failures < COSTLY_FAILURES) {
            return true;
        }
        long now = timer.nanoTime();
        if (now - nextLook < 0) {
            return false;
        }
        nextLook = now + PAUSE.toNanos();
        return true;
    }

    synchronized void answered() {
        failures = 0;
    }

    /** A claim failed that was sent at this time. */
    synchronized void failed(long sent) {
        long now = timer.nanoTime();
        if (costly.isZero() || now - sent < costly.toNanos()) {
            failures = 0;
        } else if (++failures >= COSTLY_FAILURES) {
            nextLook = now + PAUSE.toNanos();
        }
    }
}
