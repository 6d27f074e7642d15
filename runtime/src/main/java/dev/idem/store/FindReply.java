package dev.idem.store;

/** The answer to a look-up: absent, held, completed, unknown, or in conflict. */
public sealed interface FindReply permits FindReply.Absent, Held, Completed, OutcomeUnknown, Conflict {

    /** There is no outcome and no live claim: nothing at all, a lapsed claim, or an evict mark. */
    record Absent() implements FindReply {}
}
