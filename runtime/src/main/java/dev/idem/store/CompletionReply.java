package dev.idem.store;

import java.time.Duration;

/** The answer to a {@link Completion}. */
public sealed interface CompletionReply {

    /**
     * The outcome is what duplicates get.
     *
     * @param rest for how much longer
     */
    record Recorded(Duration rest) implements CompletionReply {}

    /** Another owner was first: its outcome is the answer of this call too. */
    record Superseded(RecordedOutcome outcome) implements CompletionReply {}

    /** The outcome is not recorded; the caller keeps its result. */
    record Refused(Reason reason) implements CompletionReply {}

    /** Why an outcome is not recorded. */
    enum Reason {
        /** The record belongs to other content. */
        CONFLICT,
        /** The record was evicted after the claim was granted. */
        EVICTED,
        /** The outcome's own end had passed when the store saw it. */
        EXPIRED
    }
}
