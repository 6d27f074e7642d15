package dev.idem.testing.shop;

import dev.idem.IdempotentCall;

/** Wants a lease that no remote store can keep. */
public class HurriedPayments {

    @IdempotentCall(operation = "hurried.charge", lease = "1s")
    public String charge(String order) {
        return order;
    }
}
