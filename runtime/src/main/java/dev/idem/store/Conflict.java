package dev.idem.store;

/** The record belongs to a call with other content: it is neither replayed nor run over. */
public record Conflict() implements ClaimReply, FindReply {}
