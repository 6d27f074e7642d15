package dev.idem.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** What becomes of the bytes on their way in one direction. Thread-safe. */
@FunctionalInterface
public interface Traffic {

    /** Everything passes at once. */
    Traffic FREE = (chunk, length) -> true;

    /** Nothing arrives, and nobody is told. */
    Traffic LOST = (chunk, length) -> false;

    /** False: they are swallowed. May block: what comes behind them on this connection waits too. */
    boolean passes(byte[] chunk, int length);

    /** Everything is late. */
    static Traffic slow(Duration delay) {
        return (chunk, length) -> {
            Harm.lasts(delay);
            return true;
        };
    }

    /** Nothing gets through until the latch opens. */
    static Traffic blackHole(CountDownLatch end) {
        return (chunk, length) -> {
            Harm.lastsUntil(end);
            return true;
        };
    }

    /** The first packet with this text is late, and others on its connection behind it; other connections are not. */
    static Traffic onePacketLate(String text, Duration delay) {
        AtomicBoolean first = new AtomicBoolean(true);
        return (chunk, length) -> {
            if (contains(chunk, length, text) && first.compareAndSet(true, false)) {
                Harm.lasts(delay);
            }
            return true;
        };
    }

    /** Packets with this text are lost. */
    static Traffic without(String text) {
        return (chunk, length) -> !contains(chunk, length, text);
    }

    private static boolean contains(byte[] chunk, int length, String text) {
        return new String(chunk, 0, length, StandardCharsets.ISO_8859_1).contains(text);
    }
}
