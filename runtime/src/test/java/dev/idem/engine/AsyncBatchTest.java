package dev.idem.engine;

import dev.idem.store.IdempotencyStore;
import dev.idem.store.caffeine.CaffeineStore;

/** A method that returns a stage of the results of its items. */
final class AsyncBatchTest extends BatchContract {

    private final CaffeineStore store = new CaffeineStore(64 << 20);

    @Override
    protected IdempotencyStore store() {
        return store;
    }

    @Override
    protected IdempotencyStore otherProcess() {
        return store;
    }

    @Override
    protected Prompts prompts(Prompts method) {
        return method.later();
    }
}
