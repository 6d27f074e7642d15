package dev.idem.store;

/** A completed outcome of which this process keeps a copy. Thread-safe. */
public interface KeptOutcome {

    Payload payload();

    /**
     * Whether the outcome's time is not over. It may say so for some milliseconds too long; so it is cheap to ask at every
     * call.
     */
    boolean isCurrent();

    /**
     * Ties to the copy what was made of it.
     *
     * @param dropped called once, on any thread, before an eviction or a clearing of the copy returns, and when the copy
     *     goes for any other reason; it only lets go of something
     * @param weight about how many bytes are occupied until then, which count as the copy's own
     * @return false if the copy is gone by now, or there is no room: then nothing is tied
     */
    boolean tie(Runnable dropped, long weight);
}
