package dev.idem.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A wait that blocks no thread and ends once: by news, by time, or by giving up. */
final class Pause {

    enum End {
        NEWS,
        TIME,
        GIVEN_UP
    }

    private final AtomicBoolean ended = new AtomicBoolean();
    private final Consumer<End> next;
    private volatile Timer.Scheduled timeout = () -> {};

    /**
     * A wait that nothing ends yet but {@link #end}.
     *
     * @param next what to do afterwards, on the thread that ends the wait
     */
    Pause(Consumer<End> next) {
        this.next = next;
    }

    /** Lets the wait end by time, unless something else ends it before. */
    void limit(Timer timer, Duration atMost) {
        timeout = timer.schedule(atMost, () -> end(End.TIME));
        if (ended.get()) {
            timeout.cancel();
        }
    }

    /** Ends the wait, unless it has ended. */
    void end(End end) {
        if (ended.compareAndSet(false, true)) {
            timeout.cancel();
            next.accept(end);
        }
    }
}
