package dev.idem;

/** What becomes of a call whose owner died, or stood still for longer than its lease, in the middle of the run. */
public enum OwnerCrash {

    /** What {@code idem.on-owner-crash} says. */
    DEFAULT,

    /** The next duplicate runs it again, once the lease is over. */
    RERUN,

    /**
     * Nobody runs it again: duplicates get {@link OutcomeUnknownException} until the outcome is recorded after all, the
     * record is evicted, or the TTL is over. Costs one more round trip to the store before each run.
     */
    REJECT
}
