package dev.idem.junit;

import dev.idem.store.caffeine.StoreClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until the test moves it. Thread-safe. */
public final class TestClock implements StoreClock {

    private final AtomicLong now = new AtomicLong();

    public TestClock() {}

    @Override
    public long nanoTime() {
        return now.get();
    }

    /**
     * Lets this time pass for the records that are kept in this process: what is older than its TTL is forgotten, and
     * claims lapse that are not renewed meanwhile.
     *
     * @throws IllegalArgumentException if the time is negative
     */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("A clock does not go back: " + time);
        }
        now.addAndGet(time.toNanos());
    }
}
