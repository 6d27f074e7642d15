package dev.idem.retry;

import java.time.Duration;
import java.util.Optional;

/**
 * Says of a failure whether another attempt may succeed. With Spring a bean of this type replaces the
 * {@link StandardRetryClassifier}, which it can ask for its opinion. Thread-safe.
 */
@FunctionalInterface
public interface RetryClassifier {

    /**
     * Whether the call is worth another attempt. May be asked more than once about one failure.
     *
     * @param failure what the method threw, or what its stage failed with, without the wrappers that stages add
     * @return never null. If this throws instead, there is no further attempt
     */
    Verdict classify(Throwable failure);

    /**
     * What becomes of a call that failed.
     *
     * @param retried whether there is another attempt, if the operation has any left
     * @param after when the failed server wants it to be made, from now; no longer than {@code maxBackoff} is waited.
     *     Empty: as the operation's backoff says
     */
    record Verdict(boolean retried, Optional<Duration> after) {

        /** The failure is the call's. */
        public static final Verdict NEVER = new Verdict(false, Optional.empty());

        /** Another attempt, after the operation's own delay. */
        public static final Verdict RETRY = new Verdict(true, Optional.empty());

        /** Another attempt, after this delay. A negative one counts as zero. */
        public static Verdict retryAfter(Duration delay) {
            return new Verdict(true, Optional.of(delay.isNegative() ? Duration.ZERO : delay));
        }
    }
}
