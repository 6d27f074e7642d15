package dev.idem.store;

/** The verbs of a store that may leave the process, as those who measure it name them. */
public enum StoreCommand {
    CLAIM,
    WITHDRAW,
    START,
    RENEW,
    COMPLETE,
    RELEASE,
    FIND,
    LOOK,
    EVICT
}
