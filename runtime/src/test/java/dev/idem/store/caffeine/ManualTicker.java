package dev.idem.store.caffeine;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that moves when told to. Begins long after its origin, so that times before now exist. */
public final class ManualTicker implements Ticker, StoreClock {

    private final AtomicLong nanos = new AtomicLong(Duration.ofDays(365).toNanos());

    @Override
    public long read() {
        return nanos.get();
    }

    @Override
    public long nanoTime() {
        return read();
    }

    public void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
