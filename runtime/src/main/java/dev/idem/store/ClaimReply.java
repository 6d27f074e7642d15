package dev.idem.store;

/** The answer to a {@link ClaimRequest}: granted, held by another, completed, unknown, or in conflict. */
public sealed interface ClaimReply permits ClaimReply.Granted, Held, Completed, OutcomeUnknown, Conflict {

    /**
     * The requester owns the call now.
     *
     * @param grant the grant stamp, see {@link Claim#grant}
     */
    record Granted(long grant) implements ClaimReply {}
}
