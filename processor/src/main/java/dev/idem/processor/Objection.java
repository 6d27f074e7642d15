package dev.idem.processor;

/** Why something that the user named cannot be used, and what to do instead. */
record Objection(String reason, String remedy) {}
