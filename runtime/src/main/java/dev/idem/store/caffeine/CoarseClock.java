package dev.idem.store.caffeine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The system's monotonic time, at most some milliseconds late while the machine keeps up: reading it costs no system
 * call. A daemon thread sets it, and ends when nobody reads any more. Thread-safe.
 */
final class CoarseClock implements StoreClock {

    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int IDLE_TICKS = 400;

    private volatile long time;
    private volatile boolean ticking;
    private volatile boolean read;

    @Override
    public long nanoTime() {
        if (!ticking) {
            return begin();
        }
        if (!read) {
            read = true;
        }
        return time;
    }

    private synchronized long begin() {
        if (!ticking) {
            time = System.nanoTime();
            Thread thread = new Thread(this::tick, "idem-clock");
            thread.setDaemon(true);
            thread.start();
            ticking = true;
        }
        return System.nanoTime();
    }

    private void tick() {
        int idle = 0;
        while (idle < IDLE_TICKS) {
            LockSupport.parkNanos(TICK);
            time = System.nanoTime();
            idle = read ? 0 : idle + 1;
            read = false;
        }
        ticking = false;
    }
}
