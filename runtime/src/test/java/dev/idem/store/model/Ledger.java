package dev.idem.store.model;

/**
 * What the callers have been told so far, written down beside the store: whatever it says next must agree with that.
 *
 * @param token the recorded outcome that is in force until its end, if any
 * @param ended the bits of the outcomes that have ended, by time or by an eviction
 * @param evictedAt the tick of the last eviction
 */
record Ledger(int token, int content, int end, int ended, int evictedAt) {

    static final Ledger EMPTY = new Ledger(Entry.NONE, Entry.NONE, Entry.NONE, 0, Entry.NONE);

    boolean inForce(int now) {
        return token != Entry.NONE && now < end;
    }

    /** An answer was given. */
    Ledger note(Verb verb, Reply reply, int now, boolean evicted) {
        switch (reply.word()) {
            case GRANTED -> BrokenPromise.unless(!inForce(now), "G2: granted, though there is an outcome");
            case COMPLETED, SUPERSEDED -> shown(reply.number(), verb.content(), now);
            case REFUSED_EVICTED -> BrokenPromise.unless(evicted, "G7: an outcome is refused that was not evicted");
            case REFUSED_EXPIRED -> BrokenPromise.unless(now >= verb.end(), "G7: an outcome is refused before its end");
            case RECORDED -> {
                return recorded(verb, reply.rest(), now, evicted);
            }
            default -> {}
        }
        return this;
    }

    /** A caller is given an outcome. */
    void shown(int outcome, int asked, int now) {
        BrokenPromise.unless(inForce(now) && token == outcome, "G2: the answer is not the recorded outcome");
        BrokenPromise.unless(content == asked, "G5: the answer is that of other content");
    }

    private Ledger recorded(Verb verb, int rest, int now, boolean evicted) {
        BrokenPromise.unless(!inForce(now) || token == verb.token(), "G2: a second outcome is recorded");
        BrokenPromise.unless((ended & 1 << verb.token()) == 0, "G2: an outcome is recorded again after its end");
        BrokenPromise.unless(
                !evicted || now >= evictedAt + Time.TTL,
                "EVICT: an outcome is recorded that was granted before the eviction");
        BrokenPromise.unless(!inForce(now) || now + rest <= end, "G2: the life of an outcome is lengthened");
        return new Ledger(verb.token(), verb.content(), now + rest, ended, evictedAt);
    }

    Ledger evicted(int now) {
        return new Ledger(Entry.NONE, Entry.NONE, Entry.NONE, endedWithToken(), now);
    }

    /** The ledger at a later time. */
    Ledger at(int now) {
        boolean over = token != Entry.NONE && now >= end;
        return over ? new Ledger(Entry.NONE, Entry.NONE, Entry.NONE, endedWithToken(), evictedAt) : this;
    }

    private int endedWithToken() {
        return token == Entry.NONE ? ended : ended | 1 << token;
    }
}
