package dev.idem.processor.foreign;

/** A sealed type from another artifact. */
public sealed interface Shape {

    /** One subtype. */
    record Disc(int radius) implements Shape {}

    /** Another one. */
    enum Dot implements Shape {
        DOT
    }
}
