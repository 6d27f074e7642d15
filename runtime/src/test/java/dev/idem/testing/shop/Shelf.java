package dev.idem.testing.shop;

import dev.idem.IdempotentCall;

/** Holds a nested type that is guarded. */
public final class Shelf {

    private Shelf() {}

    /** A nested class. */
    public static class Box {

        @IdempotentCall(operation = "box.open")
        public String open(String label) {
            return label;
        }
    }
}
