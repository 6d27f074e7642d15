package dev.idem.sample.payments;

/** What a client asks to be charged. */
public record Payment(String card, long cents) {}
