package dev.idem.key;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.RandomAccess;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The leaves of a {@link LookupKey}'s copy. A leaf is immutable; null stands for what is null or empty. A value is the
 * same as a leaf exactly when both have one canonical text: {@code 1.0} is {@code 1.00}, and {@code -0.0} is {@code 0.0}.
 * A value that has none, such as NaN or one of an unexpected subclass, is the same as no leaf.
 */
public final class Leaf {

    private static final int OBJECT = 40;
    private static final int REFERENCE = 8;

    private Leaf() {}

    /** What is inside, or null. */
    @SuppressWarnings("NullableOptional") // A user's component may be null, whatever it should be.
    public static <T> @Nullable T orNull(@Nullable Optional<T> value) {
        return value == null || value.isEmpty() ? null : value.get();
    }

    public static @Nullable Integer orNull(@Nullable OptionalInt value) {
        return value == null || value.isEmpty() ? null : (Integer) value.getAsInt();
    }

    public static @Nullable Long orNull(@Nullable OptionalLong value) {
        return value == null || value.isEmpty() ? null : (Long) value.getAsLong();
    }

    public static @Nullable Double orNull(@Nullable OptionalDouble value) {
        return value == null || value.isEmpty() ? null : (Double) value.getAsDouble();
    }

    public static Object copy(long value) {
        return value;
    }

    public static boolean same(long value, @Nullable Object leaf) {
        return leaf instanceof Long copied && copied == value;
    }

    public static Object copy(boolean value) {
        return value;
    }

    public static boolean same(boolean value, @Nullable Object leaf) {
        return leaf instanceof Boolean copied && copied == value;
    }

    public static Object copy(double value) {
        return value;
    }

    public static boolean same(double value, @Nullable Object leaf) {
        return leaf instanceof Double copied && copied == value;
    }

    public static @Nullable Object copy(@Nullable String value) {
        return value;
    }

    public static boolean same(@Nullable String value, @Nullable Object leaf) {
        return value == null ? leaf == null : value.equals(leaf);
    }

    public static @Nullable Object copy(byte @Nullable [] value) {
        return value == null ? null : value.clone();
    }

    public static boolean same(byte @Nullable [] value, @Nullable Object leaf) {
        return value == null ? leaf == null : leaf instanceof byte[] copied && Arrays.equals(value, copied);
    }

    public static @Nullable Object copy(@Nullable Boolean value) {
        return value;
    }

    public static boolean same(@Nullable Boolean value, @Nullable Object leaf) {
        return value == null ? leaf == null : value.equals(leaf);
    }

    public static @Nullable Object copy(@Nullable Character value) {
        return value == null ? null : copy((long) value);
    }

    public static boolean same(@Nullable Character value, @Nullable Object leaf) {
        return value == null ? leaf == null : same((long) value, leaf);
    }

    public static @Nullable Object copy(@Nullable Byte value) {
        return value == null ? null : copy(value.longValue());
    }

    public static boolean same(@Nullable Byte value, @Nullable Object leaf) {
        return value == null ? leaf == null : same(value.longValue(), leaf);
    }

    public static @Nullable Object copy(@Nullable Short value) {
        return value == null ? null : copy(value.longValue());
    }

    public static boolean same(@Nullable Short value, @Nullable Object leaf) {
        return value == null ? leaf == null : same(value.longValue(), leaf);
    }

    public static @Nullable Object copy(@Nullable Integer value) {
        return value == null ? null : copy(value.longValue());
    }

    public static boolean same(@Nullable Integer value, @Nullable Object leaf) {
        return value == null ? leaf == null : same(value.longValue(), leaf);
    }

    public static @Nullable Object copy(@Nullable Long value) {
        return value;
    }

    public static boolean same(@Nullable Long value, @Nullable Object leaf) {
        return value == null ? leaf == null : value.equals(leaf);
    }

    public static @Nullable Object copy(@Nullable Float value) {
        return value == null ? null : copy(value.doubleValue());
    }

    public static boolean same(@Nullable Float value, @Nullable Object leaf) {
        return value == null ? leaf == null : same(value.doubleValue(), leaf);
    }

    public static @Nullable Object copy(@Nullable Double value) {
        return value;
    }

    public static boolean same(@Nullable Double value, @Nullable Object leaf) {
        return value == null ? leaf == null : same(value.doubleValue(), leaf);
    }

    public static @Nullable Object copy(@Nullable BigInteger value) {
        return value;
    }

    public static boolean same(@Nullable BigInteger value, @Nullable Object leaf) {
        return value == null
                ? leaf == null
                : leaf instanceof BigInteger copied && value.getClass() == BigInteger.class && value.equals(copied);
    }

    public static @Nullable Object copy(@Nullable BigDecimal value) {
        return value;
    }

    public static boolean same(@Nullable BigDecimal value, @Nullable Object leaf) {
        return value == null
                ? leaf == null
                : leaf instanceof BigDecimal copied
                        && value.getClass() == BigDecimal.class
                        && value.compareTo(copied) == 0;
    }

    /** An enum's constant; another name, since an enum may also be a time. */
    public static @Nullable Object constant(@Nullable Enum<?> value) {
        return value;
    }

    public static boolean constant(@Nullable Enum<?> value, @Nullable Object leaf) {
        return value == null ? leaf == null : value.equals(leaf);
    }

    public static @Nullable Object copy(@Nullable UUID value) {
        return value;
    }

    public static boolean same(@Nullable UUID value, @Nullable Object leaf) {
        return value == null ? leaf == null : value.equals(leaf);
    }

    /** As it was written: two URIs can be equal and differ in case. */
    public static @Nullable Object copy(@Nullable URI value) {
        return value == null ? null : value.toString();
    }

    public static boolean same(@Nullable URI value, @Nullable Object leaf) {
        return value == null ? leaf == null : value.toString().equals(leaf);
    }

    public static @Nullable Object copy(@Nullable Locale value) {
        return value == null ? null : value.toLanguageTag();
    }

    public static boolean same(@Nullable Locale value, @Nullable Object leaf) {
        return value == null ? leaf == null : value.toLanguageTag().equals(leaf);
    }

    public static @Nullable Object copy(@Nullable Currency value) {
        return value == null ? null : value.getCurrencyCode();
    }

    public static boolean same(@Nullable Currency value, @Nullable Object leaf) {
        return value == null ? leaf == null : value.getCurrencyCode().equals(leaf);
    }

    public static @Nullable Object copy(@Nullable ZoneId value) {
        return value == null ? null : value.getId();
    }

    public static boolean same(@Nullable ZoneId value, @Nullable Object leaf) {
        return value == null ? leaf == null : value.getId().equals(leaf);
    }

    public static @Nullable Object copy(@Nullable ZoneOffset value) {
        return value;
    }

    public static boolean same(@Nullable ZoneOffset value, @Nullable Object leaf) {
        return value == null ? leaf == null : value.equals(leaf);
    }

    public static @Nullable Object copy(@Nullable Date value) {
        return value == null ? null : value.toInstant();
    }

    @SuppressWarnings("JavaUtilDate") // The class itself is what a key can hold, and no subclass.
    public static boolean same(@Nullable Date value, @Nullable Object leaf) {
        return value == null
                ? leaf == null
                : value.getClass() == Date.class && value.toInstant().equals(leaf);
    }

    /** A time of the JDK. */
    public static @Nullable Object copy(@Nullable TemporalAccessor value) {
        return value;
    }

    public static boolean same(@Nullable TemporalAccessor value, @Nullable Object leaf) {
        return value == null ? leaf == null : value.equals(leaf);
    }

    /** A duration or a period. */
    public static @Nullable Object copy(@Nullable TemporalAmount value) {
        return value;
    }

    public static boolean same(@Nullable TemporalAmount value, @Nullable Object leaf) {
        return value == null ? leaf == null : value.equals(leaf);
    }

    public static @Nullable Object copy(boolean @Nullable [] values) {
        return values == null ? null : values.clone();
    }

    public static boolean same(boolean @Nullable [] values, @Nullable Object leaf) {
        return values == null ? leaf == null : leaf instanceof boolean[] copied && Arrays.equals(values, copied);
    }

    public static @Nullable Object copy(short @Nullable [] values) {
        return values == null ? null : values.clone();
    }

    public static boolean same(short @Nullable [] values, @Nullable Object leaf) {
        return values == null ? leaf == null : leaf instanceof short[] copied && Arrays.equals(values, copied);
    }

    public static @Nullable Object copy(int @Nullable [] values) {
        return values == null ? null : values.clone();
    }

    public static boolean same(int @Nullable [] values, @Nullable Object leaf) {
        return values == null ? leaf == null : leaf instanceof int[] copied && Arrays.equals(values, copied);
    }

    public static @Nullable Object copy(long @Nullable [] values) {
        return values == null ? null : values.clone();
    }

    public static boolean same(long @Nullable [] values, @Nullable Object leaf) {
        return values == null ? leaf == null : leaf instanceof long[] copied && Arrays.equals(values, copied);
    }

    public static @Nullable Object copy(float @Nullable [] values) {
        return values == null ? null : values.clone();
    }

    /** Unlike {@link Arrays#equals(float[], float[])}, by the rules of numbers. */
    public static boolean same(float @Nullable [] values, @Nullable Object leaf) {
        if (values == null || !(leaf instanceof float[] copied) || copied.length != values.length) {
            return values == null && leaf == null;
        }
        int same = 0;
        while (same < values.length && values[same] == copied[same]) {
            same++;
        }
        return same == values.length;
    }

    public static @Nullable Object copy(double @Nullable [] values) {
        return values == null ? null : values.clone();
    }

    /** Unlike {@link Arrays#equals(double[], double[])}, by the rules of numbers. */
    public static boolean same(double @Nullable [] values, @Nullable Object leaf) {
        if (values == null || !(leaf instanceof double[] copied) || copied.length != values.length) {
            return values == null && leaf == null;
        }
        int same = 0;
        while (same < values.length && values[same] == copied[same]) {
            same++;
        }
        return same == values.length;
    }

    /** A list, of whose elements each is copied as given. */
    public static <T> @Nullable Object list(@Nullable List<T> values, Function<? super T, @Nullable Object> copy) {
        if (values == null) {
            return null;
        }
        Object[] given = values.toArray();
        @Nullable Object[] leaves = new Object[given.length];
        for (int i = 0; i < given.length; i++) {
            @SuppressWarnings("unchecked") // an element of the list
            T element = (T) given[i];
            leaves[i] = copy.apply(element);
        }
        return leaves;
    }

    /** The same for an array. */
    public static <T> @Nullable Object list(
            @Nullable T @Nullable [] values, Function<? super @Nullable T, @Nullable Object> copy) {
        return values == null ? null : list(Arrays.asList(values), copy);
    }

    /** Whether a list has these leaves, each of which is compared as given. */
    public static <T> boolean list(
            @Nullable List<T> values, @Nullable Object leaf, BiPredicate<? super T, @Nullable Object> same) {
        if (values == null || !(leaf instanceof Object[] leaves)) {
            return values == null && leaf == null;
        }
        List<T> elements = indexed(values);
        int count = elements.size();
        if (count != leaves.length) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (!same.test(elements.get(i), leaves[i])) {
                return false;
            }
        }
        return true;
    }

    /** The same for an array. */
    public static <T> boolean list(
            @Nullable T @Nullable [] values,
            @Nullable Object leaf,
            BiPredicate<? super @Nullable T, @Nullable Object> same) {
        if (values == null || !(leaf instanceof Object[] leaves) || leaves.length != values.length) {
            return values == null && leaf == null;
        }
        for (int i = 0; i < values.length; i++) {
            if (!same.test(values[i], leaves[i])) {
                return false;
            }
        }
        return true;
    }

    /** About how many bytes a leaf occupies. */
    public static long weight(@Nullable Object leaf) {
        long weight = OBJECT;
        if (leaf instanceof String text) {
            weight += 2L * text.length();
        } else if (leaf instanceof byte[] octets) {
            weight += octets.length;
        } else if (leaf instanceof Object[] leaves) {
            for (Object inner : leaves) {
                weight += REFERENCE + weight(inner);
            }
        } else if (leaf != null && leaf.getClass().isArray()) {
            weight += (long) Long.BYTES * Array.getLength(leaf);
        }
        return leaf == null ? 0 : weight;
    }

    /** One step of a path; null on the way stays null. */
    public static <T, R> @Nullable R then(@Nullable T value, Function<? super T, ? extends @Nullable R> step) {
        return value == null ? null : step.apply(value);
    }

    /** The same elements in a list that is fast to index. */
    static <T> List<T> indexed(List<T> values) {
        return values instanceof RandomAccess ? values : new ArrayList<>(values);
    }
}
