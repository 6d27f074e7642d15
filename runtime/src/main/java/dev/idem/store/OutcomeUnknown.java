package dev.idem.store;

/**
 * The owner said that it {@linkplain IdempotencyStore#start began to run} and has not been heard of for a whole lease:
 * whether the call has had its effect, nobody knows. It stays so until its outcome is recorded after all, the record is
 * evicted, or its TTL is over.
 */
public record OutcomeUnknown() implements ClaimReply, FindReply {}
