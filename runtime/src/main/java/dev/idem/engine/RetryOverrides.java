package dev.idem.engine;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a {@link RetryPolicy} that one place sets: the annotation of an operation, or its configuration. Null means:
 * not set here.
 *
 * @param maxAttempts how often the method is tried at most
 * @param backoff the delay after the first failure
 * @param maxBackoff the longest delay
 * @param jitter the part of each delay that is left to chance
 * @param on exceptions that are tried again, and then no others; set in the annotation only
 * @param never exceptions that are not; set in the annotation only
 */
public record RetryOverrides(
        @Nullable Integer maxAttempts,
        @Nullable Duration backoff,
        @Nullable Duration maxBackoff,
        @Nullable Double jitter,
        @Nullable List<Class<? extends Throwable>> on,
        @Nullable List<Class<? extends Throwable>> never) {

    /** This many attempts, and nothing else. */
    public static RetryOverrides attempts(int max) {
        return new RetryOverrides(max, null, null, null, null, null);
    }

    public RetryOverrides withBackoff(Duration value) {
        return new RetryOverrides(maxAttempts, value, maxBackoff, jitter, on, never);
    }

    public RetryOverrides withMaxBackoff(Duration value) {
        return new RetryOverrides(maxAttempts, backoff, value, jitter, on, never);
    }

    public RetryOverrides withJitter(double value) {
        return new RetryOverrides(maxAttempts, backoff, maxBackoff, value, on, never);
    }

    public RetryOverrides withOn(List<Class<? extends Throwable>> value) {
        return new RetryOverrides(maxAttempts, backoff, maxBackoff, jitter, List.copyOf(value), never);
    }

    public RetryOverrides withNever(List<Class<? extends Throwable>> value) {
        return new RetryOverrides(maxAttempts, backoff, maxBackoff, jitter, on, List.copyOf(value));
    }
}
