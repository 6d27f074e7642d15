package dev.idem.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who is there for the outcome of a flight: at first its leader. Once the last one has left, nobody enters any more.
 * Thread-safe.
 */
final class Attendance {

    private final AtomicInteger present = new AtomicInteger(1);
    private final CompletableFuture<Void> deserted = new CompletableFuture<>();

    /** One more is there. False: all have left, and the flight is about to end without an outcome. */
    boolean enter() {
        return present.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /** One who was there has gone; called once by each. */
    void leave() {
        if (present.decrementAndGet() == 0) {
            deserted.complete(null);
        }
    }

    /** Completes when the last one has left. */
    CompletionStage<Void> deserted() {
        return deserted;
    }
}
