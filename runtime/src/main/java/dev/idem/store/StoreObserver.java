package dev.idem.store;

import java.time.Duration;
import java.util.List;

/**
 * Is told how a store answers, on the store's threads, so it must be quick and must not block. What it throws changes no
 * answer. Thread-safe.
 */
public interface StoreObserver {

    /**
     * The store has answered. Many commands of one verb that were sent together are told once.
     *
     * @param store the store's name
     */
    void answered(String store, StoreCommand command, Duration time);

    /** The store has failed, or given no answer for this long. */
    void failed(String store, StoreCommand command, Duration time, Throwable cause);

    /** All of these, one after another. */
    static StoreObserver all(List<? extends StoreObserver> observers) {
        List<StoreObserver> those = List.copyOf(observers);
        return new StoreObserver() {
            @Override
            public void answered(String store, StoreCommand command, Duration time) {
                those.forEach(observer -> observer.answered(store, command, time));
            }

            @Override
            public void failed(String store, StoreCommand command, Duration time, Throwable cause) {
                those.forEach(observer -> observer.failed(store, command, time, cause));
            }
        };
    }
}
