package dev.idem.engine;

import dev.idem.OwnerCrash;
import dev.idem.StoreFailure;
import java.time.Duration;
import java.util.Optional;

/**
 * The first rule that a policy breaks of those without which the library cannot keep its promises.
 *
 * @param description what is wrong, and where
 * @param action what to do about it
 */
public record PolicyViolation(String description, String action) {

    private static final int TIMEOUTS_PER_LEASE = 3;

    /**
     * Reads a policy.
     *
     * @param place whose policy it is, as the description names it
     * @param storeTimeout the longest time until the policy's store answers or fails
     */
    public static Optional<PolicyViolation> of(String place, CallPolicy policy, Duration storeTimeout) {
        return unchosen(policy)
                .or(() -> notPositive(place, "ttl", policy.ttl()))
                .or(() -> notPositive(place, "lease", policy.lease()))
                .or(() -> negativeWait(place, policy.lockWait()))
                .or(() -> shortLease(place, policy, storeTimeout))
                .or(() -> RetryRules.violation(place, policy.retry()));
    }

    /** Reads the policy of one operation together with what its annotation says. */
    public static Optional<PolicyViolation> of(Operation operation, CallPolicy policy) {
        return policy.retries() && operation.joinsTransaction()
                ? Optional.of(RetryRules.inTransaction(operation))
                : Optional.empty();
    }

    private static Optional<PolicyViolation> unchosen(CallPolicy policy) {
        return policy.onOwnerCrash() == OwnerCrash.DEFAULT || policy.onStoreFailure() == StoreFailure.DEFAULT
                ? Optional.of(
                        new PolicyViolation(
                                "idem.on-owner-crash or idem.on-store-failure is DEFAULT, which names itself.",
                                "Set idem.on-owner-crash to RERUN or REJECT, and idem.on-store-failure to REJECT or LOCAL_ONLY."))
                : Optional.empty();
    }

    private static Optional<PolicyViolation> notPositive(String place, String property, Duration value) {
        return value.isNegative() || value.isZero()
                ? Optional.of(new PolicyViolation(
                        "The " + property + " " + text(value) + " of " + place + " is not positive.",
                        "Set it to a positive duration, such as 30s."))
                : Optional.empty();
    }

    private static Optional<PolicyViolation> negativeWait(String place, Duration lockWait) {
        return lockWait.isNegative()
                ? Optional.of(new PolicyViolation(
                        "The lock-wait " + text(lockWait) + " of " + place + " is negative.",
                        "Set it to at least 0s, which refuses duplicates at once."))
                : Optional.empty();
    }

    private static Optional<PolicyViolation> shortLease(String place, CallPolicy policy, Duration storeTimeout) {
        Duration shortest = storeTimeout.multipliedBy(TIMEOUTS_PER_LEASE);
        return policy.lease().compareTo(shortest) < 0
                ? Optional.of(new PolicyViolation(
                        "The lease " + text(policy.lease()) + " of " + place
                                + " is shorter than three times the time-out " + text(storeTimeout) + " of the store '"
                                + policy.store() + "': a slow answer would lose the claim of a call that is running.",
                        "Set the lease to at least " + text(shortest)
                                + ", or lower the time-out of the store (idem.redis.timeout)."))
                : Optional.empty();
    }

    /** In the form in which users write durations, where it has one: 90s, 250ms. */
    static String text(Duration duration) {
        return duration.toNanosPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}
