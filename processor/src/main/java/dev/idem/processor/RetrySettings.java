package dev.idem.processor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What {@code retry} says; empty means not set.
 *
 * @param on exceptions that are tried again
 * @param never exceptions that are not
 */
record RetrySettings(
        int maxAttempts,
        Optional<Duration> backoff,
        Optional<Duration> maxBackoff,
        Optional<Double> jitter,
        List<TypeName> on,
        List<TypeName> never) {

    static final Duration BACKOFF = Duration.ofMillis(500);
    static final Duration MAX_BACKOFF = Duration.ofSeconds(30);

    RetrySettings {
        on = List.copyOf(on);
        never = List.copyOf(never);
    }

    Duration firstDelay() {
        return backoff.orElse(BACKOFF);
    }

    Duration longestDelay() {
        return maxBackoff.orElse(MAX_BACKOFF);
    }

    /** Whether the longest delays between all attempts are longer than this. */
    boolean waitsLongerThan(Duration limit) {
        Duration sum = Duration.ZERO;
        Duration delay = firstDelay();
        for (int failed = 1; failed < maxAttempts && sum.compareTo(limit) <= 0 && !delay.isZero(); failed++) {
            sum = sum.plus(delay);
            delay = min(delay.multipliedBy(2), longestDelay());
        }
        return sum.compareTo(limit) > 0;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
