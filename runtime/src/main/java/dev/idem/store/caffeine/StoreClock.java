package dev.idem.store.caffeine;

/** The time by which records live that are kept in this process. Thread-safe. */
@FunctionalInterface
public interface StoreClock {

    /** A monotonic time, in nanoseconds from an arbitrary origin. */
    long nanoTime();
}
