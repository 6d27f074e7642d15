package dev.idem;

/** What becomes of a call when the store gives no answer to its first claim. */
public enum StoreFailure {

    /** What {@code idem.on-store-failure} says. */
    DEFAULT,

    /** It is refused with {@link StoreUnavailableException}; nothing runs. */
    REJECT,

    /**
     * It is guarded by this process alone: duplicates that reach this process get its outcome, those on other nodes run
     * again, and the outcome is not given to the store later. A call that was once told that it is in progress elsewhere
     * is refused all the same.
     */
    LOCAL_ONLY
}
