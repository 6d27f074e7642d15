package dev.idem.store;

import java.time.Duration;

/**
 * The same call is running elsewhere.
 *
 * @param rest what is left of its lease; positive
 */
public record Held(Duration rest) implements ClaimReply, FindReply {}
