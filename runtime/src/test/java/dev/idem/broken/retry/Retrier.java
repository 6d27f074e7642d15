package dev.idem.broken.retry;

import dev.idem.broken.key.Key;

/** A further attempt that depends on the key. */
public record Retrier(Key key) {}
