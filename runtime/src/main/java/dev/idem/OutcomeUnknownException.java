package dev.idem;

import org.jspecify.annotations.Nullable;

/**
 * The same call began to run elsewhere and its owner has not been heard of for a whole lease, so whether it had its
 * effect is unknown; by {@link OwnerCrash#REJECT} it is not run again. This call did not run.
 *
 * <p>Find out, where the effect would show, whether it happened. If not, evict the record: the next call runs. If it
 * did, evict the record and record the known answer.
 */
public final class OutcomeUnknownException extends IdempotencyException {

    public OutcomeUnknownException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
