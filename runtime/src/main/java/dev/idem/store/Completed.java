package dev.idem.store;

/** The call has run; here is what it recorded. */
public record Completed(RecordedOutcome outcome) implements ClaimReply, FindReply {}
