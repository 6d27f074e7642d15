package dev.idem.engine;

import dev.idem.store.IdempotencyStore;

/** How the calls of one operation are guarded, and where their records lie. */
public record Guard(CallPolicy policy, IdempotencyStore store) {}
