package dev.idem.junit;

import dev.idem.engine.Idempotency;
import dev.idem.intercept.aspectj.WovenDoor;
import dev.idem.store.caffeine.CaffeineStore;

/**
 * What one plain unit test is guarded by.
 *
 * @param door guards woven methods, until it is closed
 */
record UnitTest(TestClock clock, Idempotency idempotency, AutoCloseable door) {

    private static final long MAXIMUM_WEIGHT = 64L << 20;

    static UnitTest begin() {
        TestClock clock = new TestClock();
        Idempotency idempotency = Idempotency.builder()
                .store(new CaffeineStore(MAXIMUM_WEIGHT, clock))
                .localStore(new CaffeineStore(MAXIMUM_WEIGHT, clock))
                .build();
        return new UnitTest(clock, idempotency, door(idempotency));
    }

    /** Without AspectJ nothing is woven, and only calls in code are guarded. */
    private static AutoCloseable door(Idempotency idempotency) {
        try {
            return WovenDoor.open(idempotency);
        } catch (NoClassDefFoundError e) {
            return () -> {};
        }
    }

    void end() {
        try {
            door.close();
        } catch (Exception e) {
            throw new IllegalStateException("A door could not be closed.", e);
        }
        idempotency.close();
    }
}
