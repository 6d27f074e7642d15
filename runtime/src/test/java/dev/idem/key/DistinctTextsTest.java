package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two values of one scalar type have one text exactly if they are equal; {@link RandomValues} replays a seed. */
final class DistinctTextsTest {

    private static final List<ScalarType<?>> TYPES = Stream.of(NumberTypes.all(), TextTypes.all(), TimeTypes.all())
            .<ScalarType<?>>flatMap(types -> types)
            .toList();

    private static final Year LEAP_YEAR = Year.of(2024);

    static LongStream seeds() {
        return RandomValues.seeds();
    }

    @ParameterizedTest(name = "-Didem.seed={0}")
    @MethodSource("seeds")
    void texts_ofTwoValues_areOneIfTheValuesAre(long seed) {
        TYPES.forEach(type -> assertDistinct(type, new Random(seed)));
    }

    @Test
    void texts_ofAllValuesOfSmallTypes_differ() {
        assertAllDistinct(IntStream.rangeClosed(Byte.MIN_VALUE, Byte.MAX_VALUE).boxed(), CanonicalWriter::value);
        assertAllDistinct(
                IntStream.rangeClosed(Short.MIN_VALUE, Short.MAX_VALUE).boxed(), CanonicalWriter::value);
        assertAllDistinct(
                IntStream.rangeClosed(0, Character.MAX_VALUE)
                        .mapToObj(code -> (char) code)
                        .filter(character -> !Character.isSurrogate(character)),
                CanonicalWriter::value);
        assertAllDistinct(Stream.of(Character.UnicodeScript.values()), (out, value) -> out.value(value));
        assertAllDistinct(Currency.getAvailableCurrencies().stream(), CanonicalWriter::value);
        assertAllDistinct(ZoneId.getAvailableZoneIds().stream().map(ZoneId::of), CanonicalWriter::value);
        assertAllDistinct(
                IntStream.rangeClosed(1, 366).mapToObj(day -> MonthDay.from(LEAP_YEAR.atDay(day))),
                CanonicalWriter::value);
    }

    /** RFC 8785, section 3.2.2.3. */
    @Test
    void text_ofNegativeZero_isThatOfZero() {
        assertOneText(-0.0, 0.0, CanonicalWriter::value);
        assertOneText(-0.0f, 0.0f, (out, value) -> out.value(value));
    }

    @Test
    void text_ofDecimal_doesNotTellItsScale() {
        assertOneText(new BigDecimal("1.50"), new BigDecimal("1.5"), CanonicalWriter::value);
        assertOneText(new BigDecimal("1E+2"), new BigDecimal("100"), CanonicalWriter::value);
    }

    /** Old codes and variants that are no BCP 47 have the tag of another locale, or none. */
    @Test
    void text_ofLocale_isThatOfEveryLocaleWithItsTag() {
        assertOneText(new Locale("no", "NO", "NY"), new Locale("nn", "NO"), CanonicalWriter::value);
        assertOneText(new Locale("en", "US", "no tag"), Locale.US, CanonicalWriter::value);
    }

    /** A URI is written as it was given: what {@code equals} holds to be one may be two. */
    @Test
    void texts_ofUrisInOtherCase_differ() {
        URI lower = URI.create("http://host/%c3");
        URI upper = URI.create("HTTP://HOST/%C3");
        assertThat(lower).isEqualTo(upper);
        assertThat(text(lower, CanonicalWriter::value)).isNotEqualTo(text(upper, CanonicalWriter::value));
    }

    private static <T> void assertDistinct(ScalarType<T> type, Random random) {
        List<T> values = type.values(random);
        List<String> texts = values.stream().map(type::text).toList();
        for (int i = 0; i < values.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean equal = type.equal().test(values.get(i), values.get(j));
                if (equal != texts.get(i).equals(texts.get(j))) {
                    throw new AssertionError(type + ": " + values.get(i) + " and " + values.get(j) + " are written "
                            + texts.get(i) + " and " + texts.get(j));
                }
            }
        }
    }

    private static <T> void assertAllDistinct(Stream<T> values, BiConsumer<CanonicalWriter, T> write) {
        Map<String, T> byText = new HashMap<>();
        values.forEach(value -> assertThat(byText.put(text(value, write), value))
                .as("%s", value)
                .isNull());
        assertThat(byText).isNotEmpty();
    }

    private static <T> void assertOneText(T one, T other, BiConsumer<CanonicalWriter, T> write) {
        assertThat(one).isNotEqualTo(other);
        assertThat(text(one, write)).isEqualTo(text(other, write));
    }

    private static <T> String text(T value, BiConsumer<CanonicalWriter, T> write) {
        return Canonical.text(out -> write.accept(out, value));
    }
}
