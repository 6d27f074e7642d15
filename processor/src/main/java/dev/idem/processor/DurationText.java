package dev.idem.processor;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar of durations: {@code 250ms}, {@code 30s}, {@code 15m}, {@code 24h}, {@code 7d} or ISO-8601. */
final class DurationText {

    private static final Pattern SHORT_FORM = Pattern.compile("(\\d{1,18})(ms|s|m|h|d)");

    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    private DurationText() {}

    /** The duration, or empty if the text is none or is beyond what milliseconds can count. */
    static Optional<Duration> parse(String text) {
        try {
            Matcher shortForm = SHORT_FORM.matcher(text);
            Duration duration = shortForm.matches()
                    ? Duration.of(Long.parseLong(shortForm.group(1)), UNITS.get(shortForm.group(2)))
                    : Duration.parse(text);
            return Duration.ofMillis(duration.toMillis()).equals(duration) ? Optional.of(duration) : Optional.empty();
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
