package dev.idem.store.model;

/**
 * The local copies of a flight's process.
 *
 * @param token the outcome that is kept, if any
 * @param end the tick until which it is
 * @param current whether no eviction was heard of since the last command was sent
 * @param underway whether the news of an eviction is on its way
 */
record Copies(int token, int end, boolean current, boolean underway) {

    static final Copies NONE = new Copies(Entry.NONE, 0, false, false);

    Copies begin() {
        return new Copies(token, end, true, underway);
    }

    Copies fill(int outcome, int until, boolean always) {
        return current || always ? new Copies(outcome, until, current, underway) : this;
    }

    Copies evicted() {
        return new Copies(token, end, current, true);
    }

    Copies heard() {
        return NONE;
    }

    Copies at(int now) {
        return token == Entry.NONE || now < end ? this : new Copies(Entry.NONE, 0, current, underway);
    }
}
