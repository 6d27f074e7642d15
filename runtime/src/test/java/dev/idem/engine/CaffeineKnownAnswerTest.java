package dev.idem.engine;

import dev.idem.key.RecordAddress;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.caffeine.ClockedStores;
import java.time.Duration;

/** The contract over the store in this process, which no other process shares. */
final class CaffeineKnownAnswerTest extends KnownAnswerContract {

    private IdempotencyStore store;

    @Override
    IdempotencyStore store(ManualTimer clock) {
        store = ClockedStores.on(clock::nanoTime);
        return store;
    }

    @Override
    void evictElsewhere(RecordAddress address) {
        store.evict(address, Duration.ofHours(1)).toCompletableFuture().join();
    }
}
