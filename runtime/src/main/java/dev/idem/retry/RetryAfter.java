package dev.idem.retry;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds in an exception's response headers when the server wants the next attempt: {@code Retry-After} of RFC 9110, in
 * seconds or as a date, or the model APIs' {@code retry-after-ms}.
 */
final class RetryAfter {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final BigDecimal MILLIS_PER_SECOND = BigDecimal.valueOf(1000);

    private final InstantSource clock;

    private final ClassValue<Getter> headers = new ClassValue<>() {
        @Override
        protected Getter computeValue(Class<?> type) {
            return Getter.ofFirst(type, "getResponseHeaders", "getHeaders", "headers");
        }
    };

    private final ClassValue<Getter> fields = new ClassValue<>() {
        @Override
        protected Getter computeValue(Class<?> type) {
            return Getter.ofFirstByName(type, "getFirst", "values", "allValues");
        }
    };

    RetryAfter(InstantSource clock) {
        this.clock = clock;
    }

    /** From now; empty if the server did not say it, or not in a form that can be read. */
    Optional<Duration> of(Throwable failure) {
        return headers.get(failure.getClass()).read(failure).flatMap(this::in);
    }

    private Optional<Duration> in(Object all) {
        return field(all, "retry-after-ms")
                .flatMap(text -> number(text, BigDecimal.ONE))
                .or(() -> field(all, "retry-after").flatMap(this::parse));
    }

    private Optional<String> field(Object all, String name) {
        return fields.get(all.getClass())
                .read(all, name)
                .flatMap(value ->
                        value instanceof Collection<?> values ? values.stream().findFirst() : Optional.of(value))
                .map(Object::toString)
                .map(String::strip);
    }

    private Optional<Duration> parse(String text) {
        return number(text, MILLIS_PER_SECOND).or(() -> date(text));
    }

    private static Optional<Duration> number(String text, BigDecimal millis) {
        return NUMBER.matcher(text).matches()
                ? Optional.of(
                        Duration.ofMillis(new BigDecimal(text).multiply(millis).longValue()))
                : Optional.empty();
    }

    private Optional<Duration> date(String text) {
        try {
            Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
            return Optional.of(Duration.between(clock.instant(), date));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
