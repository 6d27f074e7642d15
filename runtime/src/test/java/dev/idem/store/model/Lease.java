package dev.idem.store.model;

/**
 * What a flight knows of its lease, which lasts until the next tick.
 *
 * @param asked the tick at which the claim was granted, as far as the flight knows; with copies, that at which what they
 *     are filled from was asked for
 * @param holds whether it was asked for or lengthened in this tick, and is not known to be lost
 * @param renewing whether it was sent to be lengthened in this tick
 */
record Lease(int asked, boolean holds, boolean renewing) {

    static final Lease NONE = new Lease(0, false, false);

    static Lease asked(int now) {
        return new Lease(now, true, false);
    }

    Lease granted(int now) {
        return new Lease(now, holds, renewing);
    }

    Lease renew() {
        return new Lease(asked, holds, true);
    }

    Lease renewed(boolean done) {
        return done ? new Lease(asked, holds || renewing, renewing) : new Lease(asked, false, false);
    }

    Lease tick() {
        return new Lease(asked, false, false);
    }
}
