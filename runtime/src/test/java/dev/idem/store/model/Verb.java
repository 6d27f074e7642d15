package dev.idem.store.model;

/**
 * A command, as it lies in the network.
 *
 * @param token whose it is; its outcome has the same number
 * @param grant the stamp it names; of no meaning for a claim, a withdrawal and an eviction
 * @param end the tick at which a completed outcome ends
 * @param waiter the bit of the flight that wants to be told; zero if it does not wait
 */
public record Verb(Kind kind, int token, int content, int grant, int end, int waiter) {

    /** The verbs that change a record. */
    public enum Kind {
        CLAIM,
        WITHDRAW,
        START,
        RENEW,
        RELEASE,
        COMPLETE,
        EVICT
    }

    public static Verb claim(int token, int content, int waiter) {
        return new Verb(Kind.CLAIM, token, content, Entry.NONE, 0, waiter);
    }

    public static Verb evict() {
        return new Verb(Kind.EVICT, Entry.NONE, 0, Entry.NONE, 0, 0);
    }
}
