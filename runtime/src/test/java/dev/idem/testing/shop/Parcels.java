package dev.idem.testing.shop;

import dev.idem.IdempotentCall;

/** Writes a value of another artifact that has changed since. */
public class Parcels {

    @IdempotentCall
    public String send(Tariff tariff) {
        return tariff.zone();
    }
}
