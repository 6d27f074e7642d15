package dev.idem.engine;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often the method of a call is tried, as {@link dev.idem.Retry} declares it.
 *
 * @param maxAttempts how often at most, the first time included
 * @param backoff the delay after the first failure, before jitter
 * @param maxBackoff the longest delay
 * @param jitter the part of each delay that is left to chance, from 0 to 1
 * @param on exceptions that are tried again, and then no others; empty: the classifier decides
 * @param never exceptions that are not
 */
public record RetryPolicy(
        int maxAttempts,
        Duration backoff,
        Duration maxBackoff,
        double jitter,
        List<Class<? extends Throwable>> on,
        List<Class<? extends Throwable>> never) {

    /** No retry; with the delays that count where only the number of attempts is set. */
    public static final RetryPolicy ONCE =
            new RetryPolicy(1, Duration.ofMillis(500), Duration.ofSeconds(30), 0.5, List.of(), List.of());

    public RetryPolicy {
        on = List.copyOf(on);
        never = List.copyOf(never);
    }

    /** This policy, where the given place does not set something else. */
    public RetryPolicy with(RetryOverrides place) {
        return new RetryPolicy(
                orElse(place.maxAttempts(), maxAttempts),
                orElse(place.backoff(), backoff),
                orElse(place.maxBackoff(), maxBackoff),
                orElse(place.jitter(), jitter),
                orElse(place.on(), on),
                orElse(place.never(), never));
    }

    /**
     * How long to wait before the next attempt, in whole milliseconds.
     *
     * @param failed how many attempts have failed, at least 1
     * @param random chance: from 0 (the longest delay) to below 1
     */
    public Duration delay(int failed, double random) {
        return Duration.ofMillis((long) (doubled(failed - 1) * (1 - jitter * random)));
    }

    private long doubled(int times) {
        long first = backoff.toMillis();
        long last = maxBackoff.toMillis();
        boolean beyond = times >= Long.SIZE - 1 || first > last >> times;
        return beyond && first > 0 ? last : first << times;
    }

    private static <T> T orElse(@Nullable T value, T fallback) {
        return value == null ? fallback : value;
    }
}
