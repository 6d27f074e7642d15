package dev.idem.it.http;

/** What a client wants to pay. */
public record Charge(String account, long cents) {}
