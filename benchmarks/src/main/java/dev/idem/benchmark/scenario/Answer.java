package dev.idem.benchmark.scenario;

import java.io.Serializable;

/** A small reply that nothing can change. */
public record Answer(String id, String text, long tokens) implements Serializable {}
