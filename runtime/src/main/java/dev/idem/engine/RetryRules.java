package dev.idem.engine;

import java.time.Duration;
import java.util.Optional;

/** What a policy of retries must obey. */
final class RetryRules {

    private RetryRules() {}

    /** The first rule that the numbers break. */
    static Optional<PolicyViolation> violation(String place, RetryPolicy retry) {
        if (retry.maxAttempts() < 1) {
            return Optional.of(new PolicyViolation(
                    "The retry.max-attempts " + retry.maxAttempts() + " of " + place
                            + " allows not even the first attempt.",
                    "Set it to at least 1, which is no retry."));
        }
        if (retry.backoff().isNegative() || retry.backoff().compareTo(retry.maxBackoff()) > 0) {
            return Optional.of(new PolicyViolation(
                    "The retry.backoff " + text(retry.backoff()) + " of " + place
                            + " is negative, or longer than its retry.max-backoff " + text(retry.maxBackoff()) + ".",
                    "Set retry.backoff to a duration from 0s to retry.max-backoff."));
        }
        if (!(retry.jitter() >= 0 && retry.jitter() <= 1)) {
            return Optional.of(new PolicyViolation(
                    "The retry.jitter " + retry.jitter() + " of " + place + " is not a part of a delay.",
                    "Set it to a number from 0 (none) to 1 (all of it)."));
        }
        return Optional.empty();
    }

    /** What a failed attempt has written in the caller's transaction stays there. */
    static PolicyViolation inTransaction(Operation operation) {
        return new PolicyViolation(
                "Operation '" + operation.name() + "' joins the caller's transaction, where what a failed attempt has"
                        + " written stays: the next one (retry) would write it again.",
                "Remove retry or joinsTransaction, or set retry.max-attempts=1. Retry the whole transaction instead.");
    }

    private static String text(Duration duration) {
        return PolicyViolation.text(duration);
    }
}
