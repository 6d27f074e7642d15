package dev.idem.store;

import java.time.Duration;

/**
 * An outcome as it lies in a record.
 *
 * @param payload the encoded outcome
 * @param rest how much longer it is replayed; positive
 */
public record RecordedOutcome(Payload payload, Duration rest) {}
