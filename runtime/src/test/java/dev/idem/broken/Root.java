package dev.idem.broken;

import dev.idem.broken.key.Key;

/** What users see, depending on what is behind it. */
public record Root(Key key) {}
