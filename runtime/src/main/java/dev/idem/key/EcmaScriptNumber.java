package dev.idem.key;

/**
 * Finite doubles as ECMAScript writes them (ECMA-262, Number::toString, which RFC 8785, section 3.2.2.3, prescribes):
 * the fewest digits that read back as the same double, of these the closest. {@code Double.toString} differs from it on
 * every JDK.
 */
final class EcmaScriptNumber {

    private static final double MAX_EXACT_INTEGER = 1L << 53;
    private static final int MAX_PLAIN_EXPONENT = 21;
    private static final int MIN_PLAIN_EXPONENT = -6;

    private EcmaScriptNumber() {}

    /** Writes a number; zero has no sign. */
    static void write(double value, CanonicalText text) {
        long whole = (long) value;
        if (whole == value && Math.abs(value) <= MAX_EXACT_INTEGER) {
            text.decimal(whole);
            return;
        }
        if (value < 0) {
            text.ascii('-');
        }
        double absolute = Math.abs(value);
        long digits = ShortestDecimal.digits(absolute);
        int exponent = ShortestDecimal.exponent(absolute);
        while (digits % 10 == 0) {
            digits /= 10;
            exponent++;
        }
        write(digits, exponent, text);
    }

    private static void write(long digits, int exponent, CanonicalText text) {
        int count = CanonicalText.digits(digits);
        int pointAt = count + exponent; // counted from before the first digit
        if (pointAt <= MIN_PLAIN_EXPONENT || pointAt > MAX_PLAIN_EXPONENT) {
            scientific(digits, count, pointAt - 1, text);
        } else if (pointAt <= 0) {
            text.ascii("0.");
            text.zeros(-pointAt);
            text.decimal(digits);
        } else if (exponent < 0) {
            text.decimal(digits);
            text.point(-exponent);
        } else {
            text.decimal(digits);
            text.zeros(exponent);
        }
    }

    private static void scientific(long digits, int count, int exponent, CanonicalText text) {
        text.decimal(digits);
        if (count > 1) {
            text.point(count - 1);
        }
        text.ascii(exponent < 0 ? "e-" : "e+");
        text.decimal(Math.abs(exponent));
    }
}
