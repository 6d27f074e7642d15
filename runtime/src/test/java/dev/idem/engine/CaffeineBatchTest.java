package dev.idem.engine;

import dev.idem.store.IdempotencyStore;
import dev.idem.store.caffeine.CaffeineStore;

final class CaffeineBatchTest extends BatchContract {

    private final CaffeineStore store = new CaffeineStore(64 << 20);

    @Override
    protected IdempotencyStore store() {
        return store;
    }

    @Override
    protected IdempotencyStore otherProcess() {
        return store;
    }
}
