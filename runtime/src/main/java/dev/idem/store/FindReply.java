package dev.idem.store;

/** The answer to a look-up: absent, held, completed, or in conflict. */
public sealed interface FindReply permits FindReply.Absent, Held, Completed, Conflict {

    /** There is no outcome and no live claim: nothing at all, a lapsed claim, or an evict mark. */
    record Absent() implements FindReply {}
}
