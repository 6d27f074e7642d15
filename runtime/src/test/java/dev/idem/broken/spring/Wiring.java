package dev.idem.broken.spring;

import dev.idem.broken.intercept.Door;

/** The wiring, in a package that says nothing about null. */
public record Wiring(Door door) {}
