package dev.idem.sample.payments;

/** What was charged. A duplicate gets the first one's receipt, with its id. */
public record Receipt(String id, long cents) {}
