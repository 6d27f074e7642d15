package dev.idem.sample.simulator;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A call whose work is done and billed, and whose reply stays back until it is released. */
public final class HeldReply implements Step {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    HeldReply() {}

    /** Waits for the call; false if none came in time. */
    public boolean awaitArrival(Duration timeout) throws InterruptedException {
        return arrived.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void release() {
        released.countDown();
    }

    /** On the call's own thread: stays until released, or for a minute at most. */
    void hold() throws InterruptedException {
        arrived.countDown();
        released.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    }
}
