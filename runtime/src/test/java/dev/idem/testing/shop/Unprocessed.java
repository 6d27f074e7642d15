package dev.idem.testing.shop;

import dev.idem.IdempotentCall;

/** Was compiled without the processor. */
public class Unprocessed {

    @IdempotentCall
    public String charge(String order, int cents) {
        return order + cents;
    }
}
