package dev.idem.observe;

import dev.idem.store.StoreCommand;
import dev.idem.store.StoreObserver;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Remembers how each store answered last. Thread-safe. */
public final class StorePulse implements StoreObserver {

    private final LongSupplier nanoTime;
    private final Map<String, Beat> last = new ConcurrentHashMap<>();

    /**
     * No store has answered yet.
     *
     * @param nanoTime the time, as {@link System#nanoTime} tells it
     */
    public StorePulse(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public void answered(String store, StoreCommand command, Duration time) {
        last.put(store, new Beat(nanoTime.getAsLong(), null));
    }

    @Override
    public void failed(String store, StoreCommand command, Duration time, Throwable cause) {
        last.put(store, new Beat(nanoTime.getAsLong(), cause));
    }

    /** Whether the store answered within this time, and has not failed since. */
    public boolean answeredWithin(String store, Duration time) {
        return Optional.ofNullable(last.get(store))
                .filter(beat -> beat.failure() == null)
                .filter(beat -> nanoTime.getAsLong() - beat.time() <= time.toNanos())
                .isPresent();
    }

    /**
     * What became of a command.
     *
     * @param failure null if it was answered
     */
    private record Beat(long time, @Nullable Throwable failure) {}
}
