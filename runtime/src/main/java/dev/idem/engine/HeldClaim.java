package dev.idem.engine;

import dev.idem.store.Claim;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** A claim that this process holds, and what is known of its lease. Times are on the timer's clock. */
final class HeldClaim {

    private final Claim claim;
    private final long sent;
    private final OperationObserver observer;
    private volatile long confirmed;
    private volatile boolean lost;
    private volatile boolean over;
    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * A claim just granted.
     *
     * @param sent when it was asked for: the lease began no earlier
     * @param observer is told if it is lost
     */
    HeldClaim(Claim claim, long sent, OperationObserver observer) {
        this.claim = claim;
        this.sent = sent;
        this.observer = observer;
        this.confirmed = sent;
    }

    Claim claim() {
        return claim;
    }

    /** When the claim was asked for. */
    long sent() {
        return sent;
    }

    /** The store renewed the claim at the earliest at this time. */
    void confirm(long time) {
        confirmed = time;
    }

    void lose() {
        lost = true;
    }

    /** The run has ended: whoever loses the claim from now on loses nothing by it. */
    void end() {
        over = true;
    }

    OperationObserver observer() {
        return observer;
    }

    boolean isOver() {
        return over;
    }

    /** Whether the lease is known to hold at this time: not lost, and asked for or renewed less than a lease ago. */
    boolean holdsAt(long time) {
        return !lost && time - confirmed < claim.lease().toNanos();
    }

    /** What is left of the lease at this time, as far as is known; never negative. */
    Duration restAt(long time) {
        Duration rest = claim.lease().minusNanos(time - confirmed);
        return lost || rest.isNegative() ? Duration.ZERO : rest;
    }

    boolean isLost() {
        return lost;
    }

    /** True at the first call only. */
    boolean warnsFirst() {
        return warned.compareAndSet(false, true);
    }
}
