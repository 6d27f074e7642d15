package dev.idem.broken.reactor;

import dev.idem.broken.store.Store;

/** A shape of results that knows where they are stored. */
public record Shape(Store store) {}
