package dev.idem.it.http;

/** What a client has paid, in which run. */
public record Charged(String account, long cents, int run) {}
