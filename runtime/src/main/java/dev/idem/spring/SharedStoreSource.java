package dev.idem.spring;

import dev.idem.store.IdempotencyStore;

/** Where the store that all nodes share comes from. */
public interface SharedStoreSource {

    /** Whether the application has said where Redis is. */
    boolean isConfigured();

    /** Opens the store, without waiting for Redis. The caller closes it, which leaves clients of the user open. */
    IdempotencyStore open(String application);
}
