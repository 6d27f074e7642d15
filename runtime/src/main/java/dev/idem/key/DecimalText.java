package dev.idem.key;

import java.math.BigDecimal;
import java.util.Optional;

/** Decimal numbers as text: the plain digits without trailing zeros, so that equal numbers have one text. */
final class DecimalText {

    private static final int MAX_DIGITS = 1_000;

    private DecimalText() {}

    /** Empty beyond 1,000 digits, which is known before they are made. */
    static Optional<String> of(BigDecimal value) {
        if (value.signum() == 0) {
            return Optional.of("0");
        }
        long integerDigits = Math.max((long) value.precision() - value.scale(), 1);
        if (integerDigits + fractionDigitsAtLeast(value) > MAX_DIGITS) {
            return Optional.empty();
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return integerDigits + Math.max(stripped.scale(), 0) > MAX_DIGITS
                ? Optional.empty()
                : Optional.of(stripped.toPlainString());
    }

    /** A bound known before trailing zeros are stripped, which is slow: each of them brings a factor of two. */
    private static long fractionDigitsAtLeast(BigDecimal value) {
        return Math.max((long) value.scale() - value.unscaledValue().getLowestSetBit(), 0);
    }
}
