package dev.idem.store.model;

/** Time in the model: whole ticks, and stamps, which also tell apart what happens within one tick. */
public final class Time {

    /** Ticks of a lease. */
    public static final int LEASE = 1;

    /** Ticks for which an outcome is replayed. */
    public static final int TTL = 2;

    private static final int STAMPS = 32;

    private Time() {}

    /** The store's clock at the beginning of a tick; it stands still within it, which is the worst case. */
    public static int stamp(int tick) {
        return tick * STAMPS;
    }

    /** The tick of a stamp. */
    public static int tick(int stamp) {
        return Math.floorDiv(stamp, STAMPS);
    }

    /** How far a stamp lies above the beginning of its tick. */
    public static int above(int stamp) {
        return Math.floorMod(stamp, STAMPS);
    }
}
