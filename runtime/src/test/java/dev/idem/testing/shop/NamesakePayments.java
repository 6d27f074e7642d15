package dev.idem.testing.shop;

import dev.idem.IdempotentCall;

/** Uses a name that another method has. */
public class NamesakePayments {

    @IdempotentCall(operation = "payments.charge")
    public String pay(String order) {
        return order;
    }
}
