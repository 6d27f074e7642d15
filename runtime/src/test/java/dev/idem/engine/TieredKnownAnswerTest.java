package dev.idem.engine;

import dev.idem.key.RecordAddress;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.caffeine.ClockedStores;
import dev.idem.store.caffeine.TieredStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The contract over copies in front of a shared store, which tells of evictions. */
final class TieredKnownAnswerTest extends KnownAnswerContract {

    private AtomicReference<Consumer<String>> evictions;

    @Override
    @SuppressWarnings("unchecked") // what the store's method takes
    IdempotencyStore store(ManualTimer clock) {
        evictions = new AtomicReference<>();
        IdempotencyStore records = ClockedStores.on(clock::nanoTime);
        IdempotencyStore shared = (IdempotencyStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {IdempotencyStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("onEviction")) {
                        evictions.set((Consumer<String>) arguments[0]);
                        return (IdempotencyStore.Subscription) () -> {};
                    }
                    return method.invoke(records, arguments);
                });
        return new TieredStore(shared, 64 << 20, Duration.ofHours(2), clock::nanoTime);
    }

    @Override
    void evictElsewhere(RecordAddress address) {
        evictions.get().accept(address.text());
    }
}
