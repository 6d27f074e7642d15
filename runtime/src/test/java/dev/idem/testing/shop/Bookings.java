package dev.idem.testing.shop;

import dev.idem.IdempotentCall;

/** Books in the caller's transaction. */
public class Bookings {

    @IdempotentCall(operation = "bookings.book", joinsTransaction = true)
    public String book(String order) {
        return order;
    }
}
