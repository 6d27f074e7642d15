package dev.idem.store.model;

/**
 * What has come for a flight.
 *
 * @param reply the answer to the command it waits for; of several, any
 * @param old whether the record was evicted since the answer was given
 * @param underway whether a wake-up is on its way
 * @param forgotten whether the claim it waits for has been over for a whole TTL
 * @param wakeAt the tick at which it wakes by itself; zero if it does not wait
 */
record Mail(Reply reply, boolean old, boolean woken, boolean underway, boolean forgotten, int wakeAt) {

    static final Mail EMPTY = new Mail(Reply.SILENCE, false, false, false, false, 0);

    Mail answered(Reply answer) {
        return new Mail(answer, false, woken, underway, forgotten, wakeAt);
    }

    Mail waiting(int until, boolean forgetful) {
        return new Mail(Reply.SILENCE, false, woken && !forgetful, underway, forgotten, until);
    }

    Mail told() {
        return woken ? this : new Mail(reply, old, false, true, forgotten, wakeAt);
    }

    Mail wake() {
        return new Mail(reply, old, true, false, forgotten, wakeAt);
    }

    Mail forget() {
        return new Mail(reply, old, woken, underway, true, wakeAt);
    }

    /** Mail at a later time: a waiter wakes by itself. */
    Mail at(int now) {
        return wakeAt == 0 || now < wakeAt ? this : new Mail(reply, old, true, false, forgotten, 0);
    }

    Mail evicted() {
        return new Mail(reply, !reply.is(Reply.Word.SILENCE), woken, underway, forgotten, wakeAt);
    }
}
