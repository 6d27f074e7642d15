package dev.idem.testing.shop;

import dev.idem.IdempotentCall;
import java.util.concurrent.atomic.AtomicInteger;

/** A class with a method of its own that is annotated. */
public class Payments {

    private final AtomicInteger runs = new AtomicInteger();

    @IdempotentCall(operation = "payments.charge")
    public String charge(String order) {
        return order + " #" + runs.incrementAndGet();
    }

    public String lookUp(String order) {
        return order;
    }

    public int runs() {
        return runs.get();
    }
}
