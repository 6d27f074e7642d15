package dev.idem.broken.micrometer;

import dev.idem.broken.key.Key;

/** Meters by key. */
public record Meters(Key key) {}
