package dev.idem.processor;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Reads {@code retry}. */
final class RetryReader {

    private static final Duration DEFAULT_LOCK_WAIT = Duration.ofSeconds(60);

    private final Visibility visibility;
    private final DurationReader durations;
    private final Problems problems;

    RetryReader(Visibility visibility, DurationReader durations, Problems problems) {
        this.visibility = visibility;
        this.durations = durations;
        this.problems = problems;
    }

    /**
     * What the annotation says of retries; empty if it says nothing.
     *
     * @param lockWait how long duplicates wait, if the annotation says it
     */
    Optional<RetrySettings> read(CallAnnotation annotation, Optional<Duration> lockWait) {
        return annotation.inside("retry").map(retry -> {
            RetrySettings settings = settings(annotation, retry);
            checkBackoff(retry, settings);
            checkTransaction(annotation, settings);
            checkStream(annotation, settings);
            checkLockWait(annotation, settings, lockWait.orElse(DEFAULT_LOCK_WAIT));
            return settings;
        });
    }

    private RetrySettings settings(CallAnnotation annotation, CallAnnotation retry) {
        Set<TypeElement> met = new HashSet<>();
        annotation.classes("replay").forEach(named -> met.add(Supertypes.element(named.type())));
        return new RetrySettings(
                attempts(retry),
                durations.read(retry, "backoff", Duration.ZERO, "500ms"),
                durations.read(retry, "maxBackoff", Duration.ZERO, "30s"),
                jitter(retry),
                exceptions(retry, "on", met),
                exceptions(retry, "never", met));
    }

    private int attempts(CallAnnotation retry) {
        Setting attempts = retry.text("maxAttempts").orElseThrow(() -> new UnresolvedTypeException("retry = …"));
        int number = Integer.parseInt(attempts.text());
        if (number < 1) {
            reject(
                    retry,
                    attempts.place(),
                    "maxAttempts " + number,
                    "allows not even the first attempt",
                    "Write at least 1, which is no retry");
        }
        return number;
    }

    private Optional<Double> jitter(CallAnnotation retry) {
        Optional<Setting> jitter = retry.text("jitter");
        jitter.filter(setting -> !isPart(Double.parseDouble(setting.text())))
                .ifPresent(setting -> reject(
                        retry,
                        setting.place(),
                        "jitter " + setting.text(),
                        "is not a part of a delay",
                        "Write a number from 0 (none) to 1 (all of it)"));
        return jitter.map(setting -> Double.parseDouble(setting.text()));
    }

    private static boolean isPart(double jitter) {
        return jitter >= 0 && jitter <= 1;
    }

    private List<TypeName> exceptions(CallAnnotation retry, String attribute, Set<TypeElement> met) {
        return retry.classes(attribute).stream()
                .filter(named -> isUsable(retry, attribute, named, met))
                .map(named -> TypeName.of(named.type()))
                .toList();
    }

    private boolean isUsable(CallAnnotation retry, String attribute, ClassSetting named, Set<TypeElement> met) {
        String subject = attribute + " " + TypeText.of(named.type()) + ".class";
        if (!met.add(Supertypes.element(named.type()))) {
            reject(
                    retry,
                    named.place(),
                    subject,
                    "is named twice in on, never and replay, which exclude each other",
                    "Name it once");
            return false;
        } else if (!visibility.sees(named.type())) {
            reject(
                    retry,
                    named.place(),
                    subject,
                    "cannot be seen by the generated class in package '" + visibility.packageName() + "'",
                    "Make it, and every type around it, public, or package-private in that package");
            return false;
        }
        return true;
    }

    private void checkBackoff(CallAnnotation retry, RetrySettings settings) {
        if (settings.firstDelay().compareTo(settings.longestDelay()) > 0) {
            Place place = retry.text("backoff")
                    .or(() -> retry.text("maxBackoff"))
                    .map(Setting::place)
                    .orElseThrow();
            reject(
                    retry,
                    place,
                    "backoff " + text(settings.firstDelay()),
                    "is longer than maxBackoff " + text(settings.longestDelay()),
                    "Make backoff at most maxBackoff");
        }
    }

    private void checkTransaction(CallAnnotation annotation, RetrySettings settings) {
        if (settings.maxAttempts() > 1 && annotation.isTrue("joinsTransaction")) {
            reject(
                    annotation,
                    annotation.placeOf("retry"),
                    "maxAttempts " + settings.maxAttempts(),
                    "is no use with joinsTransaction: what a failed attempt has written stays in the caller's"
                            + " transaction, and the next one would write it again",
                    "Remove one of the two, and retry the whole transaction instead");
        }
    }

    private void checkStream(CallAnnotation annotation, RetrySettings settings) {
        if (settings.maxAttempts() > 1 && annotation.returned().shape() == Returned.Shape.FLUX) {
            reject(
                    annotation,
                    annotation.placeOf("retry"),
                    "maxAttempts " + settings.maxAttempts(),
                    "is no use with a Flux: the items of a failed attempt have been sent, and the next one would send them"
                            + " again",
                    "Remove it, and retry inside the method before the first item");
        }
    }

    /** Duplicates that are refused at once wait for no attempt. */
    private void checkLockWait(CallAnnotation annotation, RetrySettings settings, Duration lockWait) {
        if (!lockWait.isZero()
                && settings.waitsLongerThan(lockWait)
                && !Suppressions.accept(ProblemCode.LONG_RETRY, annotation.method())) {
            problems.add(
                    ProblemCode.LONG_RETRY,
                    annotation.placeOf("retry"),
                    TypeText.of(annotation.method()),
                    text(lockWait));
        }
    }

    private void reject(CallAnnotation annotation, Place place, String subject, String reason, String remedy) {
        problems.add(ProblemCode.BAD_RETRY, place, subject, TypeText.of(annotation.method()), reason, remedy);
    }

    private static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}
