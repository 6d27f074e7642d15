package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
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

    @Test
    void number_ofSeededRandomBits_readsBackAndHasNoShorterText() {
        Random random = new Random(754);
        for (int i = 0; i < 5_000; i++) {
            double value = randomDouble(random, i);
            String text = EcmaScriptNumber.toString(value);
            assertThat(Double.parseDouble(text)).isEqualTo(value == 0 ? 0 : value);
            assertNoShorter(value, new BigDecimal(text).stripTrailingZeros().precision());
        }
    }

    /** All bits, and powers of two with their neighbours, where the doubles change their distance. */
    private static double randomDouble(Random random, int i) {
        double value = i % 2 == 0
                ? Double.longBitsToDouble(random.nextLong())
                : Math.scalb(1.0, random.nextInt(2_098) - 1_074) + Math.ulp(1.0) * (random.nextInt(3) - 1);
        return Double.isFinite(value) ? value : random.nextDouble();
    }

    private static void assertNoShorter(double value, int digits) {
        if (digits > 1) {
            BigDecimal exact = new BigDecimal(value);
            for (RoundingMode mode : new RoundingMode[] {RoundingMode.UP, RoundingMode.DOWN}) {
                assertThat(exact.round(new MathContext(digits - 1, mode)).doubleValue())
                        .isNotEqualTo(value);
            }
        }
    }

    private static String text(String bits) {
        return EcmaScriptNumber.toString(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16)));
    }
}
