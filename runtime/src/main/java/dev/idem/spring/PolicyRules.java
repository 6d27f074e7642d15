package dev.idem.spring;

import dev.idem.OwnerCrash;
import dev.idem.StoreFailure;
import dev.idem.engine.CallPolicy;
import java.time.Duration;

/** The rules that the settings of an operation obey, so that what the library promises can hold. */
final class PolicyRules {

    private static final int TIMEOUTS_PER_LEASE = 3;

    private PolicyRules() {}

    /**
     * Refuses a policy that breaks a rule.
     *
     * @param place whose policy it is, as the message names it
     * @param storeTimeout the longest time until the policy's store answers or fails
     */
    static void check(String place, CallPolicy policy, Duration storeTimeout) {
        checkChosen(policy);
        checkPositive(place, "ttl", policy.ttl());
        checkPositive(place, "lease", policy.lease());
        if (policy.lockWait().isNegative()) {
            throw new IdempotencySetupException(
                    "The lock-wait " + text(policy.lockWait()) + " of " + place + " is negative.",
                    "Set it to at least 0s, which refuses duplicates at once.");
        }
        checkLease(place, policy, storeTimeout);
    }

    private static void checkChosen(CallPolicy policy) {
        if (policy.onOwnerCrash() == OwnerCrash.DEFAULT || policy.onStoreFailure() == StoreFailure.DEFAULT) {
            throw new IdempotencySetupException(
                    "idem.on-owner-crash or idem.on-store-failure is DEFAULT, which names itself.",
                    "Set idem.on-owner-crash to RERUN or REJECT, and idem.on-store-failure to REJECT or LOCAL_ONLY.");
        }
    }

    private static void checkLease(String place, CallPolicy policy, Duration storeTimeout) {
        Duration shortest = storeTimeout.multipliedBy(TIMEOUTS_PER_LEASE);
        if (policy.lease().compareTo(shortest) < 0) {
            throw new IdempotencySetupException(
                    "The lease " + text(policy.lease()) + " of " + place + " is shorter than three times the time-out "
                            + text(storeTimeout) + " of the store '" + policy.store()
                            + "': a slow answer would lose the claim of a call that is running.",
                    "Set the lease to at least " + text(shortest)
                            + ", or lower the time-out of the store (idem.redis.timeout).");
        }
    }

    private static void checkPositive(String place, String property, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IdempotencySetupException(
                    "The " + property + " " + text(value) + " of " + place + " is not positive.",
                    "Set it to a positive duration, such as 30s.");
        }
    }

    /** In the form in which users write durations, where it has one: 90s, 250ms. */
    private static String text(Duration duration) {
        return duration.toNanosPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}
