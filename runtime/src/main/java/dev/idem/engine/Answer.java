package dev.idem.engine;

import org.jspecify.annotations.Nullable;

/** What a caller gets: a result, or what is thrown. */
@FunctionalInterface
interface Answer {

    /** Gives the answer to its caller, which may run the user's code: reading a record calls constructors. */
    @Nullable
    Object give() throws Throwable;
}
