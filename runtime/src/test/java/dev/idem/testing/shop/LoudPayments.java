package dev.idem.testing.shop;

import dev.idem.IdempotentCall;

/** Overrides an annotated method and annotates it anew. */
public class LoudPayments extends Payments implements Charging {

    @Override
    @IdempotentCall(operation = "loud.charge")
    public String charge(String order) {
        return super.charge(order) + "!";
    }
}
