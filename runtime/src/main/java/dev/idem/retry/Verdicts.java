package dev.idem.retry;

import dev.idem.engine.RetryPolicy;
import dev.idem.retry.RetryClassifier.Verdict;
import org.jspecify.annotations.Nullable;

/** What one operation says of failures: the classes that it names, and else the classifier. */
record Verdicts(RetryPolicy policy, RetryClassifier classifier) {

    Verdict of(@Nullable Throwable failure) {
        if (failure == null) {
            return Verdict.NEVER;
        }
        Class<?> named = failure.getClass();
        while (named != null && !policy.on().contains(named) && !policy.never().contains(named)) {
            named = named.getSuperclass();
        }
        if (named == null) {
            return policy.on().isEmpty() ? classifier.classify(failure) : Verdict.NEVER;
        }
        return policy.never().contains(named) ? Verdict.NEVER : again(classifier.classify(failure));
    }

    /** The classifier still says when. */
    private static Verdict again(Verdict verdict) {
        return verdict.retried() ? verdict : Verdict.RETRY;
    }
}
