package dev.idem.key;

import java.security.SecureRandom;

/**
 * Hashes of long strings and byte arrays, from the length and some places. Most places are this process's own, so that
 * nobody outside knows which characters count. From JDK 21 on hashing a whole string is as fast, and every character
 * counts.
 */
final class Samples {

    private static final boolean HASHES_FAST = Runtime.version().feature() >= 21;
    private static final int SHORT = 32;
    private static final int LAST = 3;
    private static final int PLACES = 6;

    /** Fractions of a length, in units of 2^-16. */
    private static final int[] FRACTIONS =
            new SecureRandom().ints(PLACES, 0, 1 << 16).sorted().toArray();

    private Samples() {}

    static long of(String value) {
        return HASHES_FAST || value.length() <= SHORT ? value.hashCode() : sampled(value);
    }

    static long sampled(String value) {
        int length = value.length();
        int hash = length;
        for (int fraction : FRACTIONS) {
            hash = 31 * hash + value.charAt(place(fraction, length));
        }
        for (int i = length - LAST; i < length; i++) {
            hash = 31 * hash + value.charAt(i);
        }
        return hash;
    }

    static long of(byte[] value) {
        int length = value.length;
        int hash = length;
        if (length <= SHORT) {
            for (byte octet : value) {
                hash = 31 * hash + octet;
            }
            return hash;
        }
        for (int fraction : FRACTIONS) {
            hash = 31 * hash + value[place(fraction, length)];
        }
        for (int i = length - LAST; i < length; i++) {
            hash = 31 * hash + value[i];
        }
        return hash;
    }

    private static int place(int fraction, int length) {
        return (int) (((long) fraction * length) >>> 16);
    }
}
