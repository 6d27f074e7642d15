package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EcmaScriptNumberTest {

    @Test
    void number_ofPublishedFile_hasItsText() {
        assertThat(Vectors.lines("es6_numbers_1000.csv")).hasSize(1_000).allSatisfy(line -> {
            int comma = line.indexOf(',');
            assertThat(text(line.substring(0, comma))).isEqualTo(line.substring(comma + 1));
        });
    }

    @ParameterizedTest
    @MethodSource("appendixB")
    void number_ofRfc8785AppendixB_hasItsText(String bits, String text) {
        assertThat(text(bits)).isEqualTo(text);
    }

    static Stream<Arguments> appendixB() {
        return Vectors.rows(Vectors.json("rfc8785_text.json").get("numbers"))
                .map(row -> Arguments.of(
                        row.get("ieee754").textValue(), row.get("json").textValue()));
    }

    @ParameterizedTest
    @MethodSource("notations")
    void number_atTheEdgeOfANotation_hasTheTextOfEcmaScript(double value, String text) {
        assertThat(text(value)).isEqualTo(text);
        assertThat(text(-value)).isEqualTo("-" + text);
    }

    static Stream<Arguments> notations() {
        return Stream.of(
                Arguments.of(1.0, "1"),
                Arguments.of(9007199254740991.0, "9007199254740991"),
                Arguments.of(9007199254740992.0, "9007199254740992"),
                Arguments.of(9007199254740994.0, "9007199254740994"),
                Arguments.of(0x1p63, "9223372036854776000"),
                Arguments.of(1e20, "100000000000000000000"),
                Arguments.of(123456789012345680000.0, "123456789012345680000"),
                Arguments.of(999999999999999900000.0, "999999999999999900000"),
                Arguments.of(1e21, "1e+21"),
                Arguments.of(1.5e21, "1.5e+21"),
                Arguments.of(0.1, "0.1"),
                Arguments.of(0.000001, "0.000001"),
                Arguments.of(0.00000123, "0.00000123"),
                Arguments.of(0.0000001, "1e-7"),
                Arguments.of(0.000000123, "1.23e-7"),
                Arguments.of(19.99, "19.99"),
                Arguments.of(1234567.891, "1234567.891"),
                Arguments.of(0.1 + 0.2, "0.30000000000000004"),
                Arguments.of(0.1f, "0.10000000149011612"),
                Arguments.of(Double.MIN_VALUE, "5e-324"),
                Arguments.of(2 * Double.MIN_VALUE, "1e-323"),
                Arguments.of(Double.MIN_NORMAL, "2.2250738585072014e-308"),
                Arguments.of(Double.MAX_VALUE, "1.7976931348623157e+308"));
    }

    /** There the doubles below lie closer than those above. */
    @Test
    void number_ofEveryPowerOfTwoAndItsNeighbours_isThatOfTheExactSearch() {
        IntStream.rangeClosed(-1_074, 1_023)
                .mapToDouble(power -> Math.scalb(1.0, power))
                .flatMap(power -> DoubleStream.of(Math.nextDown(power), power, Math.nextUp(power)))
                .filter(value -> value > 0)
                .forEach(EcmaScriptNumberTest::assertExact);
    }

    /** A few of the doubles around have the power itself as their shortest decimal. */
    @Test
    void number_nearEveryPowerOfTen_isThatOfTheExactSearch() {
        IntStream.rangeClosed(-323, 308)
                .mapToDouble(power -> Double.parseDouble("1e" + power))
                .flatMap(power -> DoubleStream.of(Math.nextDown(power), power, Math.nextUp(power)))
                .filter(value -> value > 0)
                .forEach(EcmaScriptNumberTest::assertExact);
    }

    @Test
    void number_ofTheSmallestDoubles_isThatOfTheExactSearch() {
        for (int multiple = 1; multiple <= 2_000; multiple++) {
            assertExact(multiple * Double.MIN_VALUE);
        }
    }

    @Test
    void number_ofSeededRandomBits_isThatOfTheExactSearch() {
        Random random = new Random(754);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE);
            assertExact(Double.isFinite(value) ? value : random.nextDouble());
        }
    }

    @Test
    void number_ofSeededDecimals_isThatDecimal() {
        Random random = new Random(10);
        for (int i = 0; i < 50_000; i++) {
            BigDecimal decimal = BigDecimal.valueOf(1 + random.nextLong(999_999_999_999_999L), random.nextInt(21));
            assertThat(new BigDecimal(text(decimal.doubleValue()))).isEqualByComparingTo(decimal);
        }
    }

    private static void assertExact(double value) {
        String text = text(value);
        BigDecimal exact = ExactSearch.shortest(value);
        assertThat(new BigDecimal(text)).as(text).isEqualByComparingTo(exact);
        assertThat(text).doesNotContain("E").matches("[0-9]+(\\.[0-9]*[1-9])?(e[+-][1-9][0-9]*)?");
    }

    private static String text(String bits) {
        return text(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16)));
    }

    private static String text(double value) {
        CanonicalText text = new CanonicalText();
        EcmaScriptNumber.write(value, text);
        return new String(text.toBytes(), StandardCharsets.US_ASCII);
    }
}
