package dev.idem.testing.shop;

import java.util.concurrent.atomic.AtomicInteger;

/** Implements an annotated interface method. Names the interface twice, the less special one first. */
public class BankCharging implements Charging, RefundableCharging {

    private final AtomicInteger runs = new AtomicInteger();

    @Override
    public String charge(String order) {
        return order + " #" + runs.incrementAndGet();
    }
}
