package dev.idem.key;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a {@link LookupKey}, leaf by leaf: a polynomial with a seed and a multiplier that are this process's own. Leaves that are equal in a content have
 * one hash; long strings and byte arrays are sampled where hashing all of them is slow, so the converse is never relied
 * on.
 */
public final class LeafHash {

    private static final long SEED = new SecureRandom().nextLong();

    /** Odd, so that no leaf is lost, and secret, so that nobody can choose leaves that make up for each other. */
    private static final long MULTIPLIER = new SecureRandom().nextLong() | 1;

    private static final int ABSENT = 0x51ED_270B;
    private static final int MAX_DIGITS = 1_000;

    private LeafHash() {}

    /** The hash of nothing yet. */
    public static long start() {
        return SEED;
    }

    public static long add(long hash, long value) {
        return hash * MULTIPLIER + value;
    }

    public static long add(long hash, boolean value) {
        return add(hash, value ? 1L : 2L);
    }

    /** The two zeros are one number. */
    public static long add(long hash, double value) {
        return add(hash, value == 0 ? 0 : Double.doubleToLongBits(value));
    }

    /** What is null, or empty, or of a class without a content. */
    public static long absent(long hash) {
        return add(hash, ABSENT);
    }

    public static long add(long hash, @Nullable String value) {
        return value == null ? absent(hash) : add(hash, Samples.of(value));
    }

    public static long add(long hash, byte @Nullable [] value) {
        return value == null ? absent(hash) : add(hash, Samples.of(value));
    }

    public static long add(long hash, @Nullable Boolean value) {
        return value == null ? absent(hash) : add(hash, value.booleanValue());
    }

    public static long add(long hash, @Nullable Character value) {
        return value == null ? absent(hash) : add(hash, value.charValue());
    }

    public static long add(long hash, @Nullable Byte value) {
        return value == null ? absent(hash) : add(hash, value.longValue());
    }

    public static long add(long hash, @Nullable Short value) {
        return value == null ? absent(hash) : add(hash, value.longValue());
    }

    public static long add(long hash, @Nullable Integer value) {
        return value == null ? absent(hash) : add(hash, value.longValue());
    }

    public static long add(long hash, @Nullable Long value) {
        return value == null ? absent(hash) : add(hash, value.longValue());
    }

    public static long add(long hash, @Nullable Float value) {
        return value == null ? absent(hash) : add(hash, value.doubleValue());
    }

    public static long add(long hash, @Nullable Double value) {
        return value == null ? absent(hash) : add(hash, value.doubleValue());
    }

    public static long add(long hash, @Nullable BigInteger value) {
        return value == null ? absent(hash) : add(hash, value.hashCode());
    }

    /** Equal numbers have one hash, whatever their scale. */
    public static long add(long hash, @Nullable BigDecimal value) {
        if (value == null || value.precision() > MAX_DIGITS) {
            return absent(hash);
        }
        return add(hash, value.doubleValue());
    }

    /** An enum's constant; another name, since an enum may also be a time. */
    public static long constant(long hash, @Nullable Enum<?> value) {
        return value == null ? absent(hash) : add(hash, value.name().hashCode());
    }

    public static long add(long hash, @Nullable UUID value) {
        return value == null ? absent(hash) : add(hash, value.hashCode());
    }

    public static long add(long hash, @Nullable URI value) {
        return value == null ? absent(hash) : add(hash, value.toString());
    }

    public static long add(long hash, @Nullable Locale value) {
        return value == null ? absent(hash) : add(hash, value.toLanguageTag());
    }

    public static long add(long hash, @Nullable Currency value) {
        return value == null ? absent(hash) : add(hash, value.getCurrencyCode());
    }

    public static long add(long hash, @Nullable ZoneId value) {
        return value == null ? absent(hash) : add(hash, value.getId());
    }

    public static long add(long hash, @Nullable ZoneOffset value) {
        return value == null ? absent(hash) : add(hash, value.getTotalSeconds());
    }

    @SuppressWarnings("JavaUtilDate") // The class itself is what a key can hold, and no subclass.
    public static long add(long hash, @Nullable Date value) {
        return value == null || value.getClass() != Date.class
                ? absent(hash)
                : add(hash, value.toInstant().hashCode());
    }

    /** A time of the JDK. */
    public static long add(long hash, @Nullable TemporalAccessor value) {
        return value == null ? absent(hash) : add(hash, value.hashCode());
    }

    /** A {@link Duration} or a {@link Period}. */
    public static long add(long hash, @Nullable TemporalAmount value) {
        return value == null ? absent(hash) : add(hash, value.hashCode());
    }

    public static long add(long hash, boolean @Nullable [] values) {
        long result = size(hash, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            result = add(result, values[i]);
        }
        return result;
    }

    public static long add(long hash, short @Nullable [] values) {
        long result = size(hash, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            result = add(result, values[i]);
        }
        return result;
    }

    public static long add(long hash, int @Nullable [] values) {
        long result = size(hash, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            result = add(result, values[i]);
        }
        return result;
    }

    public static long add(long hash, long @Nullable [] values) {
        long result = size(hash, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            result = add(result, values[i]);
        }
        return result;
    }

    public static long add(long hash, float @Nullable [] values) {
        long result = size(hash, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            result = add(result, (double) values[i]);
        }
        return result;
    }

    public static long add(long hash, double @Nullable [] values) {
        long result = size(hash, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            result = add(result, values[i]);
        }
        return result;
    }

    /** A list, each of whose elements is added by the given step. */
    public static <T> long list(long hash, @Nullable List<T> values, Step<? super T> step) {
        if (values == null) {
            return absent(hash);
        }
        List<T> elements = Leaf.indexed(values);
        int count = elements.size();
        long result = size(hash, count);
        for (int i = 0; i < count; i++) {
            result = step.add(result, elements.get(i));
        }
        return result;
    }

    /** The same for an array. */
    public static <T> long list(long hash, @Nullable T @Nullable [] values, Step<? super T> step) {
        if (values == null) {
            return absent(hash);
        }
        long result = size(hash, values.length);
        for (T value : values) {
            result = step.add(result, value);
        }
        return result;
    }

    private static long size(long hash, int count) {
        return count < 0 ? absent(hash) : add(hash, count);
    }

    /**
     * Adds one element to a hash.
     *
     * @param <T> the type of the elements
     */
    @FunctionalInterface
    public interface Step<T> {

        /** The hash with the element, which may be null. */
        long add(long hash, @Nullable T element);
    }
}
