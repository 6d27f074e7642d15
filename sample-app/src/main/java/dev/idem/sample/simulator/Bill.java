package dev.idem.sample.simulator;

import java.math.BigDecimal;

/**
 * What the simulator charges for. Its prices are examples, not the vendor's.
 *
 * @param calls every call that arrived
 * @param billedCalls those whose work was done, delivered or not
 */
public record Bill(long calls, long billedCalls, long inputTokens, long outputTokens) {

    public static final Bill NONE = new Bill(0, 0, 0, 0);

    private static final BigDecimal DOLLARS_PER_INPUT_TOKEN = new BigDecimal("0.000003");
    private static final BigDecimal DOLLARS_PER_OUTPUT_TOKEN = new BigDecimal("0.000015");

    public long tokens() {
        return inputTokens + outputTokens;
    }

    /** In dollars. */
    public BigDecimal amount() {
        return DOLLARS_PER_INPUT_TOKEN
                .multiply(BigDecimal.valueOf(inputTokens))
                .add(DOLLARS_PER_OUTPUT_TOKEN.multiply(BigDecimal.valueOf(outputTokens)));
    }

    /** What was added since an earlier bill. */
    public Bill since(Bill earlier) {
        return new Bill(
                calls - earlier.calls,
                billedCalls - earlier.billedCalls,
                inputTokens - earlier.inputTokens,
                outputTokens - earlier.outputTokens);
    }

    public Bill plus(Bill other) {
        return new Bill(
                calls + other.calls,
                billedCalls + other.billedCalls,
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens);
    }
}
