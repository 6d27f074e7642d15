package dev.idem.processor;

import java.time.Duration;
import java.util.Optional;

/** Reads the durations, the policies on failure, the store and the retries of an annotation. */
final class PolicyReader {

    private static final String LEFT_OPEN = "DEFAULT";
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final Problems problems;
    private final DurationReader durations;
    private final RetryReader retries;

    PolicyReader(Visibility visibility, Problems problems) {
        this.problems = problems;
        this.durations = new DurationReader(problems);
        this.retries = new RetryReader(visibility, durations, problems);
    }

    Policy read(CallAnnotation annotation) {
        Optional<Duration> ttl = durations.read(annotation, "ttl", SHORTEST, "24h");
        Optional<Duration> lockWait = durations.read(annotation, "lockWait", Duration.ZERO, "60s");
        Optional<Duration> lease = durations.read(annotation, "lease", SHORTEST, "30s");
        if (ttl.isPresent() && lease.isPresent() && lease.get().compareTo(ttl.get()) > 0) {
            rejectLease(annotation);
        }
        return new Policy(
                ttl,
                lockWait,
                lease,
                choice(annotation, "onStoreFailure"),
                choice(annotation, "onOwnerCrash"),
                annotation.text("store").map(Setting::text),
                retries.read(annotation, lockWait));
    }

    /** The name of an enum constant, unless it is the one that leaves the choice to the configuration. */
    private static Optional<String> choice(CallAnnotation annotation, String attribute) {
        return annotation.text(attribute).map(Setting::text).filter(name -> !name.equals(LEFT_OPEN));
    }

    private void rejectLease(CallAnnotation annotation) {
        Setting lease = annotation.text("lease").orElseThrow();
        Setting ttl = annotation.text("ttl").orElseThrow();
        problems.add(
                ProblemCode.LEASE_TOO_LONG, lease.place(), lease.text(), ttl.text(), TypeText.of(annotation.method()));
    }
}
