package dev.idem.retry;

import dev.idem.engine.Retrier;
import dev.idem.engine.RetryPolicy;
import dev.idem.retry.RetryClassifier.Verdict;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/*
 * Of the library's two contexts the asynchronous one is used for all calls: it says how long to wait instead of waiting,
 * so that the engine can look after the claim meanwhile and blocks no thread where it need not.
 */
/**
 * Further attempts by Resilience4j's {@code Retry}, one for each operation, with the delays of {@link RetryPolicy#delay}.
 * Thread-safe.
 */
public final class Resilience4jRetrier implements Retrier {

    private final RetryClassifier classifier;
    private final DoubleSupplier random;
    private final ConcurrentMap<Named, Retry> retries = new ConcurrentHashMap<>();

    /** With the standard classification of failures. */
    public Resilience4jRetrier() {
        this(new StandardRetryClassifier());
    }

    /** With a classification of one's own. */
    public Resilience4jRetrier(RetryClassifier classifier) {
        this(classifier, () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * With a source of chance of one's own.
     *
     * @param random gives numbers from 0 to below 1
     */
    Resilience4jRetrier(RetryClassifier classifier, DoubleSupplier random) {
        this.classifier = classifier;
        this.random = random;
    }

    @Override
    public Schedule schedule(String operation, RetryPolicy policy) {
        Retry.AsyncContext<Object> attempts = retries.computeIfAbsent(new Named(operation, policy), this::retry)
                .asyncContext();
        return failure -> {
            long millis = attempts.onError(failure);
            return millis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
        };
    }

    private Retry retry(Named named) {
        RetryPolicy policy = named.policy();
        Verdicts verdicts = new Verdicts(policy, classifier);
        return Retry.of(
                named.operation(),
                RetryConfig.custom()
                        .maxAttempts(policy.maxAttempts())
                        .retryOnException(failure -> verdicts.of(failure).retried())
                        .intervalBiFunction((failed, outcome) -> delay(policy, verdicts, failed, outcome))
                        .build());
    }

    private long delay(RetryPolicy policy, Verdicts verdicts, int failed, Either<Throwable, Object> outcome) {
        return Optional.ofNullable(outcome.swap().getOrNull())
                .map(verdicts::of)
                .flatMap(Verdict::after)
                .map(asked -> asked.compareTo(policy.maxBackoff()) < 0 ? asked : policy.maxBackoff())
                .orElseGet(() -> policy.delay(failed, random.getAsDouble()))
                .toMillis();
    }

    private record Named(String operation, RetryPolicy policy) {}
}
