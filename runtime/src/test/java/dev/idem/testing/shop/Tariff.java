package dev.idem.testing.shop;

/** A value of another artifact, which has got the component {@code vat}. */
public record Tariff(String zone, int cents, double vat) {}
