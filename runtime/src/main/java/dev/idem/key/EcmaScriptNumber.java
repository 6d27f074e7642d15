package dev.idem.key;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Finite doubles as ECMAScript writes them (ECMA-262, Number::toString, which RFC 8785, section 3.2.2.3, prescribes):
 * the fewest digits that read back as the same double, of these the closest. {@code Double.toString} differs from it on
 * every JDK.
 */
final class EcmaScriptNumber {

    private static final double MAX_EXACT_INTEGER = 1L << 53;
    private static final int MAX_DIGITS = 17;
    private static final int ALWAYS_DISTINCT_DIGITS = 15;
    private static final int MAX_PLAIN_EXPONENT = 21;
    private static final int MIN_PLAIN_EXPONENT = -6;

    private EcmaScriptNumber() {}

    static String toString(double value) {
        if (Math.abs(value) <= MAX_EXACT_INTEGER && value == Math.rint(value)) {
            return Long.toString((long) value);
        }
        BigDecimal shortest = shortest(Math.abs(value)).stripTrailingZeros();
        String text = format(shortest.unscaledValue().toString(), shortest.precision() - shortest.scale());
        return value < 0 ? "-" + text : text;
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = fewestDigits(value); digits < MAX_DIGITS; digits++) {
            BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (nearest.doubleValue() == value) {
                return nearest;
            }
            // Below a power of two the doubles lie closer, so the farther neighbour may read back where the nearer does
            // not.
            BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
            if (above.doubleValue() == value) {
                return above;
            }
        }
        return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN));
    }

    /**
     * Where the search begins. All decimals of up to 15 digits are distinct as normal doubles, so one that reads back is
     * the nearest of them, and the shortest once its trailing zeros are gone.
     */
    private static int fewestDigits(double value) {
        return value < Double.MIN_NORMAL ? 1 : ALWAYS_DISTINCT_DIGITS;
    }

    /** @param pointAt the place of the decimal point, counted from before the first digit */
    private static String format(String digits, int pointAt) {
        int count = digits.length();
        if (count <= pointAt && pointAt <= MAX_PLAIN_EXPONENT) {
            return digits + "0".repeat(pointAt - count);
        }
        if (0 < pointAt && pointAt <= MAX_PLAIN_EXPONENT) {
            return digits.substring(0, pointAt) + '.' + digits.substring(pointAt);
        }
        if (MIN_PLAIN_EXPONENT < pointAt && pointAt <= 0) {
            return "0." + "0".repeat(-pointAt) + digits;
        }
        return scientific(digits, pointAt - 1);
    }

    private static String scientific(String digits, int exponent) {
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
    }
}
