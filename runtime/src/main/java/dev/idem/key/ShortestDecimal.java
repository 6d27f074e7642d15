package dev.idem.key;

import java.math.BigInteger;

/**
 * The shortest decimal that reads back as a given double, of these the closest, of two equally close ones the even.
 * Thread-safe. Leaves no
 * garbage: the decimal is {@link #digits} times ten to the power of {@link #exponent}.
 */
final class ShortestDecimal {

    /*
     * Schubfach, after Raffaello Giulietti, "The Schubfach way to render doubles" (2020), whose names are kept.
     *
     * A double v = c * 2^q stands for all reals between v_l and v_r, the middles between it and its neighbours; the
     * middles themselves belong to it when c is even. Let 10^k be the greatest power of ten that is not longer than this
     * interval. Then at least one multiple of 10^k lies in it, and at most one multiple of 10^(k+1): were there two, the
     * interval would be as long as 10^(k+1). So the answer is that multiple of 10^(k+1), if there is one; else the closer
     * of the two multiples of 10^k around v. No shorter decimal can lie in the interval, as it would be a multiple of
     * 10^(k+1).
     *
     * Written in units of 10^k / 4, so that the middles are whole multiples of 2^h * g, with g the upper 126 bits of
     * 10^-k, rounded up. The paper proves (section 9) that a product with them, its last bit rounded to odd, compares with
     * every multiple of 4 like the exact one. The tests compare the results with an exact search.
     */

    private static final int FRACTION_BITS = 52;
    private static final long HIDDEN_BIT = 1L << FRACTION_BITS;
    private static final int MIN_EXPONENT = -1_074;
    private static final int MIN_K = -324;
    private static final int MAX_K = 292;
    private static final int G_BITS = 126;
    private static final long LOW_63_BITS = Long.MAX_VALUE;
    private static final long[] G = powers();

    private ShortestDecimal() {}

    /** The power of ten that {@link #digits} counts. */
    static int exponent(double value) {
        int q = q(value);
        return isRegular(value) ? floorLog10Of2To(q) : floorLog10Of3QuartersOf2To(q);
    }

    /** The decimal of a positive, finite double, as a whole number of powers of ten; it may end in zeros. */
    static long digits(double value) {
        long c = c(value);
        int k = exponent(value);
        int h = q(value) + floorLog2Of10To(-k) + 2;
        long v = timesPower((4 * c) << h, k);
        long lower = timesPower((isRegular(value) ? 4 * c - 2 : 4 * c - 1) << h, k) + (c & 1);
        long upper = timesPower((4 * c + 2) << h, k) - (c & 1);
        long tens = v / 40 * 10;
        if (lower <= 4 * tens) {
            return tens;
        }
        return 4 * (tens + 10) <= upper ? tens + 10 : closer(v, lower, upper);
    }

    private static long closer(long v, long lower, long upper) {
        long below = v / 4;
        boolean belowReadsBack = lower <= 4 * below;
        boolean aboveReadsBack = 4 * (below + 1) <= upper;
        if (belowReadsBack != aboveReadsBack) {
            return belowReadsBack ? below : below + 1;
        }
        long fromMiddle = v - (4 * below + 2);
        boolean isBelow = fromMiddle < 0 || (fromMiddle == 0 && (below & 1) == 0);
        return isBelow ? below : below + 1;
    }

    private static long c(double value) {
        long fraction = Double.doubleToRawLongBits(value) & (HIDDEN_BIT - 1);
        return value < Double.MIN_NORMAL ? fraction : fraction | HIDDEN_BIT;
    }

    private static int q(double value) {
        return Math.max(Math.getExponent(value) - FRACTION_BITS, MIN_EXPONENT);
    }

    /** Whether the neighbour below is as far as the one above; below a power of two it is half as far. */
    private static boolean isRegular(double value) {
        return c(value) != HIDDEN_BIT || q(value) == MIN_EXPONENT;
    }

    /** The product with g(k), its lower bits replaced by one that says whether there were any. */
    private static long timesPower(long factor, int k) {
        long high = G[2 * (k - MIN_K)];
        long low = G[2 * (k - MIN_K) + 1];
        long middle = ((high * factor) >>> 1) + Math.multiplyHigh(low, factor);
        long top = Math.multiplyHigh(high, factor) + (middle >>> 63);
        return (middle & LOW_63_BITS) == 0 ? top : top | 1;
    }

    private static int floorLog10Of2To(int e) {
        return (int) ((e * 661_971_961_083L) >> 41);
    }

    private static int floorLog10Of3QuartersOf2To(int e) {
        return (int) ((e * 661_971_961_083L - 274_743_187_321L) >> 41);
    }

    private static int floorLog2Of10To(int e) {
        return (int) ((e * 913_124_641_741L) >> 38);
    }

    /** Two longs of 63 bits for each k: the upper 126 bits of 10^-k, rounded up. */
    private static long[] powers() {
        long[] powers = new long[2 * (MAX_K - MIN_K + 1)];
        for (int k = MIN_K; k <= MAX_K; k++) {
            BigInteger g = power(k);
            powers[2 * (k - MIN_K)] = g.shiftRight(63).longValueExact();
            powers[2 * (k - MIN_K) + 1] = g.longValue() & LOW_63_BITS;
        }
        return powers;
    }

    private static BigInteger power(int k) {
        int shift = G_BITS - 1 - floorLog2Of10To(-k);
        BigInteger exact = k <= 0
                ? shifted(BigInteger.TEN.pow(-k), shift)
                : BigInteger.ONE.shiftLeft(shift).divide(BigInteger.TEN.pow(k));
        return exact.add(BigInteger.ONE);
    }

    private static BigInteger shifted(BigInteger value, int shift) {
        return shift >= 0 ? value.shiftLeft(shift) : value.shiftRight(-shift);
    }
}
