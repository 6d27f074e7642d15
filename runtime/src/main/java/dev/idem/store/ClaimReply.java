package dev.idem.store;

/** The answer to a {@link ClaimRequest}: granted, held by another, completed, or in conflict. */
public sealed interface ClaimReply permits ClaimReply.Granted, Held, Completed, Conflict {

    /**
     * The requester owns the call now.
     *
     * @param grant the grant stamp, see {@link Claim#grant}
     */
    record Granted(long grant) implements ClaimReply {}
}
