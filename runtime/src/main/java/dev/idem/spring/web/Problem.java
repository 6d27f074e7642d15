package dev.idem.spring.web;

import dev.idem.CallInProgressException;
import dev.idem.IdempotencyKeyException;
import dev.idem.KeyConflictException;
import dev.idem.MissingIdempotencyKeyException;
import dev.idem.OutcomeUnavailableException;
import dev.idem.OutcomeUnknownException;
import dev.idem.StoreUnavailableException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a client is told when its call is refused. The texts are fixed, and all that a client can act upon: the messages of
 * the exceptions name operations, stores and addresses, which are not for everybody.
 */
enum Problem {
    KEY_MISSING(
            MissingIdempotencyKeyException.class,
            400,
            "Idempotency key missing",
            "This operation needs an idempotency key. Send one key with the request and all its repeats, and another key"
                    + " with each new request."),
    KEY_MALFORMED(
            IdempotencyKeyException.class,
            400,
            "Idempotency key malformed",
            "The request has no usable idempotency key. Send one string of 1 to 255 visible ASCII characters in double"
                    + " quotes, such as a UUID."),
    IN_PROGRESS(
            CallInProgressException.class,
            409,
            "Request in progress",
            "The same request is still being processed. Repeat it, unchanged and with the same key, after the time in"
                    + " Retry-After."),
    OUTCOME_UNKNOWN(
            OutcomeUnknownException.class,
            409,
            "Outcome unknown",
            "The same request was interrupted while it was processed, and whether it had its effect is unknown. It is not"
                    + " processed again. Find out before you send it with a new key."),
    OUTCOME_UNAVAILABLE(
            OutcomeUnavailableException.class,
            409,
            "Outcome unavailable",
            "The same request was processed, and its answer cannot be given again. It is not processed a second time."
                    + " Look its effect up; repeating it does not help."),
    KEY_REUSED(
            KeyConflictException.class,
            422,
            "Idempotency key reused",
            "The idempotency key was used for another request. Use a new key for a new request, or repeat the request"
                    + " with the content it was first sent with."),
    STORE_UNAVAILABLE(
            StoreUnavailableException.class,
            503,
            "Duplicates cannot be recognised",
            "Whether the request is a repeat cannot be found out at the moment, so it was not processed. Repeat it later,"
                    + " with the same key.");

    private final Class<? extends RuntimeException> failure;
    private final int status;
    private final String title;
    private final String detail;

    Problem(Class<? extends RuntimeException> failure, int status, String title, String detail) {
        this.failure = failure;
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    /** What this failure is to a client; empty if it is none of the client's business. */
    static Optional<Problem> of(Throwable failure) {
        return Arrays.stream(values())
                .filter(problem -> problem.failure.equals(failure.getClass()))
                .findFirst();
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String detail() {
        return detail;
    }

    /** The end of the problem's type. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the operator should know, as nothing is wrong with the request. */
    boolean isOurs() {
        return this == STORE_UNAVAILABLE || this == OUTCOME_UNKNOWN || this == OUTCOME_UNAVAILABLE;
    }
}
