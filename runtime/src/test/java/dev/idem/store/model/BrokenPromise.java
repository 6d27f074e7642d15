package dev.idem.store.model;

/** A promise does not hold. */
final class BrokenPromise extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenPromise(String message) {
        super(message);
    }

    static void unless(boolean holds, String message) {
        if (!holds) {
            throw new BrokenPromise(message);
        }
    }
}
