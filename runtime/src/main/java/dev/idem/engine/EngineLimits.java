package dev.idem.engine;

/**
 * What one engine may use.
 *
 * @param maxWaitingThreads how many threads may wait for others at the same time; at least 1
 */
public record EngineLimits(int maxWaitingThreads) {

    /** The design's defaults. */
    public static final EngineLimits DEFAULT = new EngineLimits(128);
}
