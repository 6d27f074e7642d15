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

    private final String operation;
    private final String key;
    private final String fingerprint;

    /**
     * Names the call.
     *
     * @param fingerprint of the call's content, as its record holds it
     */
    public OutcomeUnknownException(
            String message, String operation, String key, String fingerprint, @Nullable Throwable cause) {
        super(message, cause);
        this.operation = operation;
        this.key = key;
        this.fingerprint = fingerprint;
    }

    /** The operation's name. */
    public String operation() {
        return operation;
    }

    /** The call's key: the client's, or derived from the content. */
    public String key() {
        return key;
    }

    /** The fingerprint of the call's content, {@code jcs-sha256:} and 64 hex digits. */
    public String fingerprint() {
        return fingerprint;
    }
}
