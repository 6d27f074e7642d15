package dev.idem;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How often a guarded method is tried, as part of {@link IdempotentCall#retry}. All attempts are made inside one claim,
 * with one key: duplicates wait for the last of them and have its answer, and what the last one throws frees the key.
 *
 * <p>Which failures are worth another attempt, a {@code RetryClassifier} decides: input and output that failed, time-outs,
 * and the HTTP statuses 408, 429 and 5xx. Others are not tried again, and neither is what {@link IdempotentCall#replay}
 * names. No attempt begins once the claim is known to be lost: the call then claims anew and goes on counting.
 *
 * <p>The {@code n}th delay, counted from zero, is {@code min(maxBackoff, backoff × 2^n) × (1 − jitter × random)}, or what
 * the failed server asks for ({@code Retry-After}), but no longer than {@link #maxBackoff}. No thread waits for it where
 * the method returns a stage.
 *
 * <p>The numbers can be set in configuration: {@code idem.operations[<operation>].retry.max-attempts}, {@code .backoff},
 * {@code .max-backoff}, {@code .jitter}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Retry {

    /** How often the method is tried at most, the first time included; at least 1, which is no retry. */
    int maxAttempts();

    /** The delay after the first failure, before jitter; doubled after each further one. {@code 0s}: none. */
    String backoff() default "500ms";

    /** No delay is longer, whatever a server asks for. At least {@link #backoff}. */
    String maxBackoff() default "30s";

    /** The part of each delay, from 0 to 1, that is left to chance, so that callers which failed together come back apart. */
    double jitter() default 0.5;

    /**
     * Exceptions that are tried again, with their subclasses; then no others are. Default: what the classifier says. The
     * exception itself is looked at, not its causes. Of a class here and one in {@link #never} the nearer one decides.
     */
    Class<? extends Throwable>[] on() default {};

    /** Exceptions that are not tried again, with their subclasses, whatever the classifier says. Default: none. */
    Class<? extends Throwable>[] never() default {};
}
