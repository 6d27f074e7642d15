package dev.idem.retry;

import dev.idem.retry.RetryClassifier.Verdict;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/** What the HTTP status of an exception says, whichever library made it. Looks at each class of exceptions once. */
final class HttpFailures {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    private final RetryAfter retryAfter;

    private final ClassValue<Getter> statuses = new ClassValue<>() {
        @Override
        protected Getter computeValue(Class<?> type) {
            return Getter.ofFirst(type, "getStatusCode", "statusCode", "getRawStatusCode");
        }
    };

    private final ClassValue<Getter> values = new ClassValue<>() {
        @Override
        protected Getter computeValue(Class<?> type) {
            return Getter.ofFirst(type, "value");
        }
    };

    HttpFailures(InstantSource clock) {
        this.retryAfter = new RetryAfter(clock);
    }

    /** Empty for an exception without an HTTP status. */
    Optional<Verdict> verdict(Throwable failure) {
        OptionalInt status = status(failure);
        if (status.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                isTransient(status.getAsInt())
                        ? retryAfter.of(failure).map(Verdict::retryAfter).orElse(Verdict.RETRY)
                        : Verdict.NEVER);
    }

    private static boolean isTransient(int status) {
        return status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS || status >= 500;
    }

    private OptionalInt status(Throwable failure) {
        return statuses.get(failure.getClass())
                .read(failure)
                .map(status -> status instanceof Integer ? status : value(status))
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .filter(status -> status >= 100 && status <= 599)
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /** Spring's status is an object with a number in it. */
    private Object value(Object status) {
        return values.get(status.getClass()).read(status).orElse(status);
    }
}
