package dev.idem.testing.shop;

import dev.idem.IdempotentCall;

/** An interface whose method is annotated. */
public interface Charging {

    @IdempotentCall(operation = "charging.charge")
    String charge(String order);
}
