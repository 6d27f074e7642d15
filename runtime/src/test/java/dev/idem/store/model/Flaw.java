package dev.idem.store.model;

/** A way to get the protocol wrong: each costs a promise, and the model has to find which. */
public enum Flaw {
    // Of the store
    CLAIM_TAKES_A_LIVE_LEASE("G1"),
    CLAIM_NEVER_TAKES_OVER("G4"),
    CLAIM_GIVES_ANY_CONTENT("G5"),
    CLAIM_IGNORES_THE_START("REJECT"),
    CLAIM_FORGETS_THE_MARK("EVICT"),
    CLAIM_FORGETS_THE_WAITERS("G8"),
    GRANT_IS_NOT_ABOVE_THE_MARK("G7"),
    START_IS_NOT_RECORDED("REJECT"),
    START_IGNORES_THE_GRANT("G4"),
    RENEW_BY_ANYONE("G1"),
    RELEASE_BY_ANYONE("G1"),
    RELEASE_FORGETS_THE_MARK("EVICT"),
    RELEASE_TELLS_NOBODY("G8"),
    COMPLETE_IGNORES_THE_MARK("EVICT"),
    COMPLETE_IGNORES_THE_CONTENT("G5"),
    COMPLETE_REPLACES_AN_OUTCOME("G2"),
    COMPLETE_BEGINS_A_NEW_TTL("G2"),
    COMPLETE_TELLS_NOBODY("G8"),
    EVICT_LEAVES_NO_MARK("EVICT"),
    EVICT_TELLS_NOBODY("G8"),
    // Of the flights
    FLIGHT_USES_ITS_TOKEN_AGAIN("G1"),
    FLIGHT_BEGINS_ON_AN_OLD_LEASE("G1"),
    FLIGHT_COUNTS_ITS_RUN_FROM_THE_CLAIM("G2"),
    FLIGHT_FORGETS_AN_EARLY_WAKE_UP("G8"),
    // Of the local tier
    FILL_IGNORES_THE_EPOCH("G2"),
    FILL_COUNTS_FROM_THE_REPLY("G2");

    private final String promise;

    Flaw(String promise) {
        this.promise = promise;
    }

    /** How the report of the promise begins that it breaks. */
    String promise() {
        return promise;
    }
}
