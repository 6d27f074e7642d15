package dev.idem.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** A wait that blocks no thread and ends once: when somebody ends it, or by time. */
final class Pause {

    private final AtomicBoolean ended = new AtomicBoolean();
    private final Runnable next;
    private volatile Timer.Scheduled timeout = () -> {};

    /**
     * A wait that nothing ends yet but {@link #end}.
     *
     * @param next what to do afterwards, on the thread that ends the wait
     */
    Pause(Runnable next) {
        this.next = next;
    }

    /** Lets the wait end by time, unless it is ended before. */
    void limit(Timer timer, Duration atMost) {
        timeout = timer.schedule(atMost, this::end);
        if (ended.get()) {
            timeout.cancel();
        }
    }

    /** Ends the wait, unless it has ended. */
    void end() {
        if (ended.compareAndSet(false, true)) {
            timeout.cancel();
            next.run();
        }
    }
}
