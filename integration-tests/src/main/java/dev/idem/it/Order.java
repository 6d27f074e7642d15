package dev.idem.it;

/** An argument of which only a part may count. */
public record Order(String id, String comment, boolean draft) {}
