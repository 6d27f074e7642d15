package dev.idem.store.model;

/** One step of a path on which a real store is driven, with what the model answers to it. */
public sealed interface Step {

    /** A command. */
    record Send(Verb verb, Reply expected) implements Step {}

    /** A look-up. */
    record Find(int content, Reply expected) implements Step {}

    /** A tick passes. */
    record Tick() implements Step {}
}
