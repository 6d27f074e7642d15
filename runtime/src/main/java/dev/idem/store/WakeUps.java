package dev.idem.store;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArraySet;

/** The listeners of one process by record: what a store needs to deliver wake-ups. Thread-safe. */
public final class WakeUps {

    private final ConcurrentMap<String, Set<Runnable>> listeners = new ConcurrentHashMap<>();

    /** Adds a listener for a record, named by the text of its address. The same listener is never added twice. */
    public IdempotencyStore.Subscription subscribe(String record, Runnable listener) {
        listeners.compute(record, (same, others) -> {
            Set<Runnable> all = others == null ? new CopyOnWriteArraySet<>() : others;
            all.add(listener);
            return all;
        });
        return () -> remove(record, listener);
    }

    /** Calls the listeners of a record, on this thread. */
    public void wake(String record) {
        listeners.getOrDefault(record, Set.of()).forEach(Runnable::run);
    }

    private void remove(String record, Runnable listener) {
        listeners.computeIfPresent(record, (same, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }
}
