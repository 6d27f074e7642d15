package dev.idem.broken.store;

import dev.idem.broken.engine.Engine;

/** A store that knows the engine. */
public record Store(Engine engine) {}
