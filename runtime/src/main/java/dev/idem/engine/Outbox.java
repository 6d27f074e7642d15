package dev.idem.engine;

import dev.idem.LogEvent;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands that no caller waits for any more and that must reach the store all the same: sent again, ever less often,
 * until the store answers. Every verb of the store is harmless when it arrives twice. What waits is bounded: by its bytes,
 * 64 MB in all.
 */
final class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final Duration FIRST_DELAY = Duration.ofMillis(250);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(4);
    private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);
    private static final long CAPACITY = 64L << 20;
    private static final long OVERHEAD = 2L << 10;

    private final Timer timer;
    private final AtomicLong weight = new AtomicLong();

    Outbox(Timer timer) {
        this.timer = timer;
    }

    /** Sends a command whose answer changes nothing here. */
    void send(Supplier<CompletionStage<Boolean>> command) {
        send(new Letter<>(command, /* size= */ 0, FOREVER, answer -> {}, () -> {}));
    }

    /** Sends a command whose answer matters. */
    <T> void send(Letter<T> letter) {
        if (weight.addAndGet(weigh(letter)) > CAPACITY) {
            weight.addAndGet(-weigh(letter));
            LogEvent.OUTBOX_FULL
                    .warn(log)
                    .log("{} MB of commands wait for the store to come back; one more is dropped.", CAPACITY >> 20);
            letter.undelivered().run();
            return;
        }
        attempt(letter, timer.nanoTime(), FIRST_DELAY);
    }

    private <T> void attempt(Letter<T> letter, long begun, Duration nextDelay) {
        Stages.attempt(letter.command()).whenComplete((answer, failure) -> {
            if (failure == null) {
                weight.addAndGet(-weigh(letter));
                letter.answered().accept(answer);
            } else if (letter.patience().compareTo(Duration.ofNanos(timer.nanoTime() - begun)) <= 0) {
                weight.addAndGet(-weigh(letter));
                letter.undelivered().run();
            } else {
                Duration doubled = nextDelay.multipliedBy(2);
                Duration later = doubled.compareTo(LONGEST_DELAY) < 0 ? doubled : LONGEST_DELAY;
                timer.schedule(nextDelay, () -> attempt(letter, begun, later));
            }
        });
    }

    private static long weigh(Letter<?> letter) {
        return OVERHEAD + letter.size();
    }

    /**
     * A command on its way.
     *
     * @param size of its payload, in bytes
     * @param patience how long it is sent again
     * @param answered takes the store's answer
     * @param undelivered runs instead if there is none in time, or if too many commands wait already
     */
    record Letter<T>(
            Supplier<CompletionStage<T>> command,
            int size,
            Duration patience,
            Consumer<T> answered,
            Runnable undelivered) {}
}
