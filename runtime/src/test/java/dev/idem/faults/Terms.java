package dev.idem.faults;

import dev.idem.OwnerCrash;
import dev.idem.StoreFailure;
import dev.idem.engine.CallPolicy;
import dev.idem.engine.PolicyOverrides;
import java.time.Duration;

/** What the callers of one scenario are promised. */
record Terms(StoreFailure onStoreFailure, OwnerCrash onOwnerCrash) {

    /** Short, so that scenarios are; the store's time-out is a third of it, which is as long as it may be. */
    static final Duration LEASE = Duration.ofMillis(1_500);

    static final Duration STORE_TIMEOUT = LEASE.dividedBy(3);
    static final Duration LOCK_WAIT = LEASE.multipliedBy(6);
    static final Duration TTL = Duration.ofHours(2);
    static final Terms DEFAULT = new Terms(StoreFailure.REJECT, OwnerCrash.RERUN);
    static final Terms NEVER_AGAIN = new Terms(StoreFailure.REJECT, OwnerCrash.REJECT);
    static final Terms LOCAL_ONLY = new Terms(StoreFailure.LOCAL_ONLY, OwnerCrash.RERUN);

    CallPolicy policy() {
        return CallPolicy.DEFAULT.with(PolicyOverrides.NONE
                .withTtl(TTL)
                .withLockWait(LOCK_WAIT)
                .withLease(LEASE)
                .withOnStoreFailure(onStoreFailure)
                .withOnOwnerCrash(onOwnerCrash));
    }
}
