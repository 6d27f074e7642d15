package dev.idem.store.caffeine;

import java.util.function.LongSupplier;

/** In-process stores on a test's own clock. */
public final class ClockedStores {

    private ClockedStores() {}

    /** A store whose time is what the clock says, in nanoseconds. */
    public static CaffeineStore on(LongSupplier clock) {
        return new CaffeineStore(64 << 20, clock::getAsLong);
    }
}
