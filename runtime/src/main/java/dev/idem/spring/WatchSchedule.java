package dev.idem.spring;

import dev.idem.observe.DuplicateWatch;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets the watch look once a minute, on a daemon thread, until the context is closed. */
final class WatchSchedule implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "idem-watch");
        thread.setDaemon(true);
        return thread;
    });

    @SuppressWarnings("FutureReturnValueIgnored") // ends with the timer
    WatchSchedule(DuplicateWatch watch) {
        timer.scheduleWithFixedDelay(watch::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
