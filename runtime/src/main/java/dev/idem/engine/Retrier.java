package dev.idem.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * Decides after each failed attempt of a call whether there is another one. The engine waits, looks after the claim, and
 * makes the attempt. Thread-safe.
 */
@FunctionalInterface
public interface Retrier {

    /** The schedule of a call whose first attempt has failed. */
    Schedule schedule(String operation, RetryPolicy policy);

    /** The further attempts of one call. Used by one thread at a time. */
    @FunctionalInterface
    interface Schedule {

        /**
         * How long to wait before the next attempt; empty: there is none, and the failure is the call's. Asked once after
         * each failed attempt.
         *
         * @param failure what the method threw, or what its stage failed with, without the wrappers that stages add. Never
         *     one that is an outcome
         */
        Optional<Duration> delayAfter(Throwable failure);
    }
}
