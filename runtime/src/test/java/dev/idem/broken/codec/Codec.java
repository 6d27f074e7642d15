package dev.idem.broken.codec;

import dev.idem.broken.key.Key;

/** A codec that knows keys, in a circle. */
public record Codec(Key key) {}
