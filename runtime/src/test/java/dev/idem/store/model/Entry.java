package dev.idem.store.model;

/**
 * A record of the model.
 *
 * @param end the tick at which the lease or the outcome ends
 * @param waiters the bits of the flights that want to be told
 * @param mark the stamp of the last eviction
 * @param markEnd the tick until which the mark is kept
 */
public record Entry(
        State state, int token, int grant, int content, boolean started, int end, int waiters, int mark, int markEnd) {

    static final int NONE = -1;

    /** Nothing is known. */
    public static final Entry ABSENT = free(NONE, NONE);

    enum State {
        FREE,
        CLAIMED,
        DONE
    }

    /** Nobody's record, with the mark of an eviction if there was one. */
    static Entry free(int mark, int markEnd) {
        return new Entry(State.FREE, NONE, NONE, NONE, false, NONE, 0, mark, markEnd);
    }

    Entry claimed(int newToken, int newGrant, int newContent, int leaseEnd, int inherited) {
        return new Entry(State.CLAIMED, newToken, newGrant, newContent, false, leaseEnd, inherited, mark, markEnd);
    }

    static Entry done(int token, int content, int end) {
        return new Entry(State.DONE, token, NONE, content, false, end, 0, NONE, NONE);
    }

    Entry lengthened(boolean starts, int leaseEnd) {
        return new Entry(state, token, grant, content, started || starts, leaseEnd, waiters, mark, markEnd);
    }

    Entry registered(int waiter) {
        return new Entry(state, token, grant, content, started, end, waiters | waiter, mark, markEnd);
    }

    /** The record as it is at a later time: what has ended is forgotten. */
    public Entry at(int now) {
        return switch (state) {
            case FREE -> now < markEnd ? this : ABSENT;
            case CLAIMED -> now < Math.max(end + Time.TTL, markEnd) ? this : ABSENT;
            case DONE -> now < end ? this : ABSENT;
        };
    }

    boolean isOwnedBy(int otherToken, int otherGrant) {
        return token == otherToken && grant == otherGrant;
    }
}
