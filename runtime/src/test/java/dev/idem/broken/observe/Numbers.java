package dev.idem.broken.observe;

import dev.idem.broken.key.Key;

/** Numbers that depend on keys. */
public record Numbers(Key key) {}
