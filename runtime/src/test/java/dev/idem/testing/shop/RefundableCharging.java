package dev.idem.testing.shop;

import dev.idem.IdempotentCall;

/** An interface that annotates an inherited method anew. */
public interface RefundableCharging extends Charging {

    @Override
    @IdempotentCall(operation = "refundable.charge")
    String charge(String order);
}
