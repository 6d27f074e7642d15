package dev.idem.testing.shop;

import dev.idem.IdempotentCall;

/** Has changed since its generated class was compiled. */
public class Outdated {

    @IdempotentCall
    public String charge(String order, int cents) {
        return order + cents;
    }
}
