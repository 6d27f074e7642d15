package dev.idem.broken.intercept;

import dev.idem.broken.spring.Wiring;

/** A door that knows who hung it. */
public record Door(Wiring wiring) {}
