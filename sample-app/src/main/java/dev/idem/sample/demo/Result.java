package dev.idem.sample.demo;

import dev.idem.sample.simulator.Bill;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A played scene.
 *
 * @param gateways how many instances played it, and on which store
 * @param requests what clients sent to them
 * @param bill what the simulator charged for it
 */
public record Result(String gateways, String scene, long requests, Bill bill, Verdict verdict) {

    public boolean holds() {
        return verdict.holds();
    }

    /** The tokens of the calls that were not made. Every prompt of a scene costs the same. */
    public long tokensSaved() {
        return bill.billedCalls() == 0 ? 0 : callsSaved() * bill.tokens() / bill.billedCalls();
    }

    public BigDecimal moneySaved() {
        return bill.billedCalls() == 0
                ? BigDecimal.ZERO
                : bill.amount()
                        .multiply(BigDecimal.valueOf(callsSaved()))
                        .divide(BigDecimal.valueOf(bill.billedCalls()), MathContext.DECIMAL64);
    }

    private long callsSaved() {
        return requests - bill.calls();
    }
}
