package dev.idem.processor;

import java.time.Duration;
import java.util.Optional;

/** Reads the durations of an annotation. */
final class DurationReader {

    private final Problems problems;

    DurationReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * The duration; empty if it is not given, or if problems were added.
     *
     * @param shortest what it must be at least
     * @param example one that is right, for the message
     */
    Optional<Duration> read(CallAnnotation annotation, String attribute, Duration shortest, String example) {
        Optional<Setting> setting = annotation.text(attribute);
        if (setting.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> duration = DurationText.parse(setting.get().text());
        if (duration.isEmpty()) {
            reject(setting.get(), annotation, "is not a duration in whole milliseconds", example);
        } else if (duration.get().compareTo(shortest) < 0) {
            reject(setting.get(), annotation, "is too short: at least " + text(shortest) + " is needed", example);
        } else {
            return duration;
        }
        return Optional.empty();
    }

    private void reject(Setting setting, CallAnnotation annotation, String reason, String example) {
        problems.add(
                ProblemCode.BAD_DURATION,
                setting.place(),
                setting.attribute(),
                setting.text(),
                TypeText.of(annotation.method()),
                reason,
                setting.attribute(),
                example);
    }

    private static String text(Duration shortest) {
        return shortest.toMillis() + "ms";
    }
}
