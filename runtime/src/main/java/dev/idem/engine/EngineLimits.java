package dev.idem.engine;

/**
 * What one engine may use.
 *
 * @param maxWaitingThreads how many threads may wait for others at the same time; at least 1
 * @param maxOutcomeSize how many bytes an encoded outcome may have, to be given to duplicates; at least 1
 */
public record EngineLimits(int maxWaitingThreads, long maxOutcomeSize) {

    /** The design's defaults. */
    public static final EngineLimits DEFAULT = new EngineLimits(128, 1 << 20);
}
