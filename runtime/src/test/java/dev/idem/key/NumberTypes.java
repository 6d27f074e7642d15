package dev.idem.key;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The numbers of the canonical form. */
final class NumberTypes {

    private static final long MAX_EXACT = (1L << 53) - 1;
    private static final BigDecimal TINY = new BigDecimal("1E-300");

    private NumberTypes() {}

    static Stream<ScalarType<?>> all() {
        return Stream.of(bytes(), shorts(), ints(), longs(), bigIntegers(), doubles(), floats(), decimals());
    }

    private static ScalarType<Byte> bytes() {
        return ScalarType.of(
                Byte.class,
                random -> (byte) random.nextInt(),
                value -> Stream.of((byte) (value + 1), (byte) -value, (byte) (value ^ 0x80)),
                List.of(),
                (out, value) -> out.value(value));
    }

    private static ScalarType<Short> shorts() {
        return ScalarType.of(
                Short.class,
                random -> (short) random.nextInt(),
                value -> Stream.of((short) (value + 1), (short) -value, (short) (value ^ 0x8000)),
                List.of(),
                (out, value) -> out.value(value));
    }

    private static ScalarType<Integer> ints() {
        return ScalarType.of(
                Integer.class,
                random -> random.nextInt() >> random.nextInt(32),
                value -> Stream.of(value + 1, -value, value ^ Integer.MIN_VALUE),
                List.of(Integer.MIN_VALUE, 0),
                (out, value) -> out.value(value));
    }

    private static ScalarType<Long> longs() {
        return ScalarType.of(
                Long.class,
                random -> random.nextLong() >> random.nextInt(64),
                value -> Stream.of(value + 1, -value, value ^ Long.MIN_VALUE, value ^ (1L << 53)),
                List.of(MAX_EXACT, MAX_EXACT + 1, MAX_EXACT + 2, -MAX_EXACT, -MAX_EXACT - 1, Long.MIN_VALUE),
                CanonicalWriter::value);
    }

    private static ScalarType<BigInteger> bigIntegers() {
        return ScalarType.of(
                BigInteger.class,
                random -> new BigInteger(random.nextInt(200), random),
                value -> Stream.of(value.add(BigInteger.ONE), value.negate(), value.flipBit(53)),
                List.of(BigInteger.valueOf(MAX_EXACT), BigInteger.valueOf(-MAX_EXACT - 1), BigInteger.ZERO),
                CanonicalWriter::value);
    }

    private static ScalarType<Double> doubles() {
        return ScalarType.of(
                        Double.class,
                        NumberTypes::anyDouble,
                        value -> DoubleStream.of(
                                        Math.nextUp(value), Math.nextDown(value), -value, (float) value.doubleValue())
                                .filter(Double::isFinite)
                                .boxed(),
                        List.of(0.0, -0.0, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, 1e21, 1e-6, 1e-7),
                        CanonicalWriter::value)
                .comparedBy((one, other) -> one.doubleValue() == other.doubleValue());
    }

    private static ScalarType<Float> floats() {
        return ScalarType.of(
                        Float.class,
                        random -> (float) (anyDouble(random) % Float.MAX_VALUE),
                        value -> Stream.of(Math.nextUp(value), Math.nextDown(value), -value)
                                .filter(Float::isFinite),
                        List.of(0.0f, -0.0f, Float.MIN_VALUE, Float.MIN_NORMAL, Float.MAX_VALUE, 0.1f),
                        (out, value) -> out.value(value))
                .comparedBy((one, other) -> one.floatValue() == other.floatValue());
    }

    private static ScalarType<BigDecimal> decimals() {
        return ScalarType.of(
                        BigDecimal.class,
                        random -> new BigDecimal(new BigInteger(random.nextInt(120), random), random.nextInt(60) - 20),
                        value -> Stream.of(
                                value.add(value.ulp()),
                                value.negate(),
                                value.setScale(value.scale() + 3),
                                value.scaleByPowerOfTen(1),
                                value.add(TINY)),
                        List.of(BigDecimal.ZERO, new BigDecimal("0E+5"), new BigDecimal("1E+999"), TINY),
                        CanonicalWriter::value)
                .comparedBy((one, other) -> one.compareTo(other) == 0);
    }

    private static double anyDouble(Random random) {
        double value =
                random.nextBoolean() ? Double.longBitsToDouble(random.nextLong()) : random.nextInt(2_000_000) / 100.0;
        return Double.isFinite(value) ? value : 0.5;
    }
}
