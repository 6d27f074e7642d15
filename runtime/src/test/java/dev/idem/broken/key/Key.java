package dev.idem.broken.key;

import dev.idem.broken.codec.Codec;

/** A key that knows a codec. */
public record Key(Codec codec) {}
