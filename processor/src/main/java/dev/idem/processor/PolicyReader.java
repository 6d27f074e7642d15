package dev.idem.processor;

import java.time.Duration;
import java.util.Optional;

/** Reads the durations, the policies on failure and the store of an annotation. */
final class PolicyReader {

    private static final String LEFT_OPEN = "DEFAULT";
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final Problems problems;

    PolicyReader(Problems problems) {
        this.problems = problems;
    }

    Policy read(CallAnnotation annotation) {
        Optional<Duration> ttl = duration(annotation, "ttl", SHORTEST, "24h");
        Optional<Duration> lockWait = duration(annotation, "lockWait", Duration.ZERO, "60s");
        Optional<Duration> lease = duration(annotation, "lease", SHORTEST, "30s");
        if (ttl.isPresent() && lease.isPresent() && lease.get().compareTo(ttl.get()) > 0) {
            rejectLease(annotation);
        }
        return new Policy(
                ttl,
                lockWait,
                lease,
                choice(annotation, "onStoreFailure"),
                choice(annotation, "onOwnerCrash"),
                annotation.text("store").map(Setting::text));
    }

    /** The name of an enum constant, unless it is the one that leaves the choice to the configuration. */
    private static Optional<String> choice(CallAnnotation annotation, String attribute) {
        return annotation.text(attribute).map(Setting::text).filter(name -> !name.equals(LEFT_OPEN));
    }

    private Optional<Duration> duration(
            CallAnnotation annotation, String attribute, Duration shortest, String example) {
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

    private void rejectLease(CallAnnotation annotation) {
        Setting lease = annotation.text("lease").orElseThrow();
        Setting ttl = annotation.text("ttl").orElseThrow();
        problems.add(
                ProblemCode.LEASE_TOO_LONG, lease.place(), lease.text(), ttl.text(), TypeText.of(annotation.method()));
    }

    private static String text(Duration shortest) {
        return shortest.toMillis() + "ms";
    }
}
