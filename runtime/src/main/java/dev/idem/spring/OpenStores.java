package dev.idem.spring;

import dev.idem.store.IdempotencyStore;
import java.util.Map;

/** The stores in use that lie outside this process, by name. */
@FunctionalInterface
public interface OpenStores {

    /** Those that are open now. */
    Map<String, IdempotencyStore> outside();
}
