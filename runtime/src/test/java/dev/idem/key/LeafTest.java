package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.Date;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.RandomAccess;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A value is the same as a copied leaf exactly if both have one text, and then their hashes are one. */
final class LeafTest {

    private static final Map<String, Class<?>> CLASSES = Stream.of(
                    Boolean.class,
                    Character.class,
                    String.class,
                    UUID.class,
                    URI.class,
                    Locale.class,
                    Currency.class,
                    ZoneId.class,
                    byte[].class,
                    Character.UnicodeScript.class,
                    Byte.class,
                    Short.class,
                    Integer.class,
                    Long.class,
                    BigInteger.class,
                    Double.class,
                    Float.class,
                    BigDecimal.class,
                    Instant.class,
                    Date.class,
                    OffsetDateTime.class,
                    ZonedDateTime.class,
                    LocalDateTime.class,
                    LocalTime.class,
                    Duration.class,
                    LocalDate.class,
                    YearMonth.class,
                    MonthDay.class,
                    Year.class,
                    Period.class)
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    static LongStream seeds() {
        return RandomValues.seeds();
    }

    @ParameterizedTest(name = "-Didem.seed={0}")
    @MethodSource("seeds")
    void values_areTheSameLeaf_ifTheyHaveOneText(long seed) {
        Stream.of(NumberTypes.all(), TextTypes.all(), TimeTypes.all())
                .<ScalarType<?>>flatMap(types -> types)
                .forEach(type -> assertSameIfOneText(type, new Random(seed)));
    }

    private static <T> void assertSameIfOneText(ScalarType<T> type, Random random) {
        Scalar scalar = new Scalar(CLASSES.get(type.name()));
        List<T> values = type.values(random);
        for (T left : values) {
            for (T right : values) {
                boolean oneText = type.text(left).equals(type.text(right));
                assertThat(scalar.same(left, scalar.copy(right)))
                        .as("%s: %s and %s", type, type.text(left), type.text(right))
                        .isEqualTo(oneText);
                if (oneText) {
                    assertThat(scalar.hash(left)).isEqualTo(scalar.hash(right));
                }
            }
        }
        long texts = values.stream().map(type::text).distinct().count();
        long hashes = values.stream().map(scalar::hash).distinct().count();
        assertThat(hashes)
                .as("hashes of %s, whose values have %d texts", type, texts)
                .isGreaterThan(texts / 2);
    }

    @Test
    void null_isTheSameAsNullOnly() {
        for (Class<?> type : CLASSES.values()) {
            Scalar scalar = new Scalar(type);
            assertThat(scalar.copy(null)).isNull();
            assertThat(scalar.same(null, null)).isTrue();
            assertThat(scalar.same(null, "leaf")).as(type.getName()).isFalse();
            assertThat(scalar.hash(null)).isEqualTo(LeafHash.absent(Scalar.HASH));
        }
    }

    static Stream<Object> arrays() {
        return Stream.of(
                new byte[][] {{}, {0}, {1}, {1, 0}, {0, 1}},
                new boolean[][] {{}, {false}, {true}, {true, false}, {false, true}},
                new short[][] {{}, {0}, {1}, {1, 0}, {0, 1}},
                new int[][] {{}, {0}, {1}, {1, 0}, {0, 1}},
                new long[][] {{}, {0}, {1}, {1, 0}, {0, 1}},
                new float[][] {{}, {0}, {1}, {1, 0}, {0, 1}},
                new double[][] {{}, {0}, {1}, {1, 0}, {0, 1}});
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void arrays_areTheSameElementByElement(Object[] arrays) {
        Scalar scalar = new Scalar(arrays[0].getClass());
        for (int i = 0; i < arrays.length; i++) {
            for (int j = 0; j < arrays.length; j++) {
                assertThat(scalar.same(arrays[i], scalar.copy(arrays[j]))).isEqualTo(i == j);
                assertThat(scalar.hash(arrays[i]) == scalar.hash(arrays[j])).isEqualTo(i == j);
            }
            assertThat(scalar.same(arrays[i], null)).isFalse();
            assertThat(scalar.same(null, scalar.copy(arrays[i]))).isFalse();
        }
        assertThat(scalar.copy(null)).isNull();
        assertThat(scalar.same(null, null)).isTrue();
        assertThat(scalar.hash(null)).isEqualTo(LeafHash.absent(Scalar.HASH));
    }

    @Test
    void arrays_ofPrimitives_areTheSameIfTheirTextsAre() {
        double[][] rows = {{}, {0.0}, {-0.0}, {1.0, 2.0}, {2.0, 1.0}, {1.0}};
        for (double[] left : rows) {
            for (double[] right : rows) {
                boolean same = left.length == right.length
                        && Arrays.stream(left)
                                .boxed()
                                .map(value -> value + 0.0)
                                .toList()
                                .equals(Arrays.stream(right)
                                        .boxed()
                                        .map(value -> value + 0.0)
                                        .toList());
                assertThat(Leaf.same(left, Leaf.copy(right))).isEqualTo(same);
                assertThat(Leaf.same(floats(left), Leaf.copy(floats(right)))).isEqualTo(same);
                assertThat(Leaf.same(longs(left), Leaf.copy(longs(right)))).isEqualTo(same);
                if (same) {
                    assertThat(LeafHash.add(0, left)).isEqualTo(LeafHash.add(0, right));
                    assertThat(LeafHash.add(0, floats(left))).isEqualTo(LeafHash.add(0, floats(right)));
                }
            }
        }
        assertThat(Leaf.same(new double[] {Double.NaN}, Leaf.copy(new double[] {Double.NaN})))
                .isFalse();
        assertThat(Leaf.same(new float[] {Float.NaN}, Leaf.copy(new float[] {Float.NaN})))
                .isFalse();
    }

    @Test
    void array_changedAfterItWasCopied_isNotTheSame() {
        for (Object array : List.of(
                new byte[] {1}, new int[] {1}, new long[] {1}, new short[] {1}, new boolean[] {true}, new double[] {1
                })) {
            Scalar scalar = new Scalar(array.getClass());
            Object leaf = scalar.copy(array);
            assertThat(scalar.same(array, leaf)).isTrue();
            Array.set(array, 0, Array.get(Array.newInstance(array.getClass().getComponentType(), 1), 0));
            assertThat(scalar.same(array, leaf)).isFalse();
        }
    }

    @Test
    @SuppressWarnings("JdkObsolete") // It is the one list without fast access by index.
    void lists_areTheSameElementByElement() {
        Object leaf = Leaf.list(List.of("a", "b"), (String text) -> Leaf.copy(text));
        for (List<String> same : List.of(List.of("a", "b"), new LinkedList<>(List.of("a", "b")))) {
            assertThat(Leaf.list(same, leaf, (String text, @Nullable Object other) -> Leaf.same(text, other)))
                    .isTrue();
            assertThat(LeafHash.list(1, same, LeafHash::add))
                    .isEqualTo(LeafHash.list(1, List.of("a", "b"), LeafHash::add));
        }
        for (List<String> other :
                List.of(List.of("a"), List.of("b", "a"), List.<String>of(), Arrays.asList("a", null))) {
            assertThat(Leaf.list(other, leaf, (String text, @Nullable Object inner) -> Leaf.same(text, inner)))
                    .isFalse();
        }
    }

    @Test
    void arraysOfObjects_areTheSameElementByElement() {
        @Nullable String[] array = {"a", null};
        Object leaf = Leaf.list(array, (@Nullable String text) -> Leaf.copy(text));
        assertThat(isSame(array, leaf)).isTrue();
        assertThat(isSame(new String[] {"a", "b"}, leaf)).isFalse();
        assertThat(isSame(new String[] {"a"}, leaf)).isFalse();
        assertThat(isSame(new String[0], leaf)).isFalse();
        assertThat(isSame(null, leaf)).isFalse();
        assertThat(isSame(array, null)).isFalse();
        assertThat(isSame(null, Leaf.list((String[]) null, (@Nullable String text) -> Leaf.copy(text))))
                .isTrue();
    }

    private static boolean isSame(@Nullable String @Nullable [] array, @Nullable Object leaf) {
        return Leaf.list(array, leaf, (@Nullable String text, @Nullable Object other) -> Leaf.same(text, other));
    }

    @Test
    void nullList_isTheSameAsNullOnly() {
        Object leaf = Leaf.list((List<String>) null, (String text) -> Leaf.copy(text));
        assertThat(leaf).isNull();
        BiPredicate<String, @Nullable Object> same = (text, other) -> Leaf.same(text, other);
        assertThat(Leaf.list((List<String>) null, null, same)).isTrue();
        assertThat(Leaf.list((List<String>) null, new Object[0], same)).isFalse();
        assertThat(Leaf.list(List.<String>of(), null, same)).isFalse();
    }

    @Test
    @SuppressWarnings("JdkObsolete") // It is the one list without fast access by index.
    void slowList_isCopiedBeforeItIsIndexed() {
        List<String> fast = List.of("a");
        assertThat(Leaf.indexed(fast)).isSameAs(fast);
        assertThat(Leaf.indexed(new LinkedList<>(fast)))
                .isInstanceOf(RandomAccess.class)
                .isEqualTo(fast);
    }

    @Test
    void weight_growsWithWhatALeafHolds() {
        assertThat(Leaf.weight(null)).isEqualTo(0);
        assertThat(Leaf.weight(5L)).isEqualTo(40);
        assertThat(Leaf.weight("abc")).isEqualTo(40 + 6);
        assertThat(Leaf.weight(new byte[5])).isEqualTo(40 + 5);
        assertThat(Leaf.weight(new int[3])).isEqualTo(40 + 24);
        assertThat(Leaf.weight(new @Nullable Object[] {"abc", null})).isEqualTo(40 + (8 + 46) + 8);
    }

    @Test
    void step_isTakenUnlessTheWayEndsInNull() {
        assertThat(Leaf.<String, Integer>then("abc", String::length)).isEqualTo(3);
        assertThat(Leaf.<String, Integer>then(null, String::length)).isNull();
    }

    @Test
    @SuppressWarnings("JavaUtilDate") // The class itself is what a key can hold.
    void subclass_whoseStateIsNotWritten_isNoLeaf() {
        Date date = new Date(5);
        assertThat(Leaf.same(new Timestamp(5), Leaf.copy(date))).isFalse();
        assertThat(LeafHash.add(0, (Date) new java.sql.Date(5))).isEqualTo(LeafHash.absent(0));
        assertThat(Leaf.same(new BigDecimal("1") {}, Leaf.copy(new BigDecimal("1"))))
                .isFalse();
        assertThat(Leaf.same(new BigInteger("1") {}, Leaf.copy(new BigInteger("1"))))
                .isFalse();
    }

    @Test
    void uris_thatDifferInCase_areTwoLeaves() {
        assertThat(Leaf.same(URI.create("http://A/b"), Leaf.copy(URI.create("http://a/b"))))
                .isFalse();
        assertThat(Leaf.same(URI.create("http://a/b"), Leaf.copy(URI.create("http://a/b"))))
                .isTrue();
    }

    @Test
    void decimal_tooLongForAKey_isHashedAtOnce() {
        assertThat(LeafHash.add(0, new BigDecimal("1E+1000000000"))).isEqualTo(LeafHash.add(0, 1 / 0.0));
        assertThat(LeafHash.add(0, new BigDecimal(BigInteger.TWO.pow(4_000)))).isEqualTo(LeafHash.absent(0));
    }

    @Test
    void empty_isTheSameAsNull() {
        assertThat(Leaf.<String>orNull(Optional.empty())).isNull();
        assertThat(Leaf.<String>orNull((Optional<String>) null)).isNull();
        assertThat(Leaf.orNull(Optional.of("a"))).isEqualTo("a");
        assertThat(Leaf.orNull((OptionalInt) null)).isNull();
        assertThat(Leaf.orNull(OptionalInt.empty())).isNull();
        assertThat(Leaf.orNull(OptionalInt.of(1))).isEqualTo(1);
        assertThat(Leaf.orNull((OptionalLong) null)).isNull();
        assertThat(Leaf.orNull(OptionalLong.empty())).isNull();
        assertThat(Leaf.orNull(OptionalLong.of(1))).isEqualTo(1);
        assertThat(Leaf.orNull((OptionalDouble) null)).isNull();
        assertThat(Leaf.orNull(OptionalDouble.empty())).isNull();
        assertThat(Leaf.orNull(OptionalDouble.of(1))).isEqualTo(1);
        assertThat(Leaf.same(ZoneOffset.UTC, Leaf.copy(ZoneOffset.UTC))).isTrue();
        assertThat(Leaf.same(ZoneOffset.UTC, Leaf.copy(ZoneOffset.MAX))).isFalse();
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static long[] longs(double[] values) {
        return Arrays.stream(values).mapToLong(value -> (long) value).toArray();
    }

    /** The methods that generated code would call for values declared of a class. */
    private static final class Scalar {

        static final long HASH = 7;

        private final Method copy;
        private final Method same;
        private final Method hash;

        Scalar(Class<?> declared) {
            boolean constant = declared.isEnum();
            copy = find(Leaf.class, constant ? "constant" : "copy", 0, 1, declared);
            same = find(Leaf.class, constant ? "constant" : "same", 0, 2, declared);
            hash = find(LeafHash.class, constant ? "constant" : "add", 1, 2, declared);
        }

        /** The one that takes the class itself, or else the one that takes what it implements. */
        private static Method find(Class<?> owner, String name, int place, int count, Class<?> declared) {
            List<Method> methods = Arrays.stream(owner.getMethods())
                    .filter(method -> method.getName().equals(name) && method.getParameterCount() == count)
                    .filter(method -> method.getParameterTypes()[place].isAssignableFrom(declared))
                    .filter(method -> method.getParameterTypes()[place] != Object.class)
                    .toList();
            return methods.stream()
                    .filter(method -> method.getParameterTypes()[place] == declared)
                    .findFirst()
                    .orElseGet(() -> {
                        assertThat(methods).as(declared.getName()).hasSize(1);
                        return methods.get(0);
                    });
        }

        @Nullable
        Object copy(@Nullable Object value) {
            return call(copy, value);
        }

        boolean same(@Nullable Object value, @Nullable Object leaf) {
            return (boolean) call(same, value, leaf);
        }

        long hash(@Nullable Object value) {
            return (long) call(hash, HASH, value);
        }

        private static Object call(Method method, @Nullable Object... arguments) {
            try {
                return method.invoke(null, arguments);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(method.toString(), e);
            }
        }
    }
}
