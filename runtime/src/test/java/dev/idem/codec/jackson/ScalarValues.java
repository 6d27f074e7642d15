package dev.idem.codec.jackson;

import dev.idem.codec.jackson.Shapes.Color;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Single values of every kind that can be recorded, ordinary and extreme. */
final class ScalarValues {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime TWICE = LocalDateTime.of(2026, 10, 25, 2, 30);

    private ScalarValues() {}

    static Stream<Arguments> all() {
        return Stream.of(integers(), fractions(), texts(), times(), zoned()).flatMap(Function.identity());
    }

    private static Stream<Arguments> integers() {
        return Stream.concat(
                Stream.of(
                        Arguments.of(boolean.class, true),
                        Arguments.of(byte.class, Byte.MIN_VALUE),
                        Arguments.of(short.class, Short.MIN_VALUE),
                        Arguments.of(int.class, 0),
                        Arguments.of(long.class, Long.MIN_VALUE)),
                Stream.concat(
                        of(Boolean.class, true, false),
                        Stream.of(
                                        of(Byte.class, Byte.MIN_VALUE, Byte.MAX_VALUE),
                                        of(Short.class, Short.MIN_VALUE, Short.MAX_VALUE),
                                        of(Integer.class, Integer.MIN_VALUE, 0, Integer.MAX_VALUE),
                                        of(Long.class, Long.MIN_VALUE, 0L, (1L << 53) + 1, Long.MAX_VALUE),
                                        of(
                                                BigInteger.class,
                                                BigInteger.ZERO,
                                                BigInteger.TEN.pow(50).negate()))
                                .flatMap(Function.identity())));
    }

    private static Stream<Arguments> fractions() {
        return Stream.of(
                        of(Float.class, 0f, -0f, 0.1f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN, -1f / 0, 1f / 0),
                        of(
                                Double.class,
                                0.0,
                                -0.0,
                                0.1,
                                1.0,
                                1e21,
                                Double.MIN_VALUE,
                                Double.MAX_VALUE,
                                Math.pow(2, 77)),
                        of(Double.class, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                        Stream.of(Arguments.of(double.class, Double.NaN), Arguments.of(float.class, 1.5f)),
                        Stream.of(
                                        "0",
                                        "0.00",
                                        "0E+3",
                                        "0E-30",
                                        "1.0",
                                        "1.00",
                                        "-1E+3",
                                        "1E-7",
                                        "1E+1000000",
                                        "1E-999999999")
                                .map(text -> Arguments.of(BigDecimal.class, new BigDecimal(text))))
                .flatMap(Function.identity());
    }

    private static Stream<Arguments> texts() {
        return Stream.of(
                        of(String.class, "", " ", "null", "a\u0000\n\"\\/\u2028é\uD83D\uDE00\uFFFF"),
                        of(Character.class, 'a', '\u0000', '"', '\uD800'),
                        Stream.of(Arguments.of(char.class, ' ')),
                        of(Color.class, Color.RED, Color.GREEN),
                        of(DayOfWeek.class, DayOfWeek.SUNDAY),
                        of(UUID.class, new UUID(0, 0), new UUID(-1, 1)),
                        of(URI.class, URI.create(""), URI.create("HTTPS://Example.COM/a/../b?q=%c3%a9#é")),
                        of(Currency.class, Currency.getInstance("EUR")),
                        of(Locale.class, Locale.ROOT, Locale.GERMANY, Locale.forLanguageTag("zh-Hant-TW-u-ca-chinese")))
                .flatMap(Function.identity());
    }

    private static Stream<Arguments> times() {
        return Stream.of(
                        of(Instant.class, Instant.EPOCH, Instant.MIN, Instant.MAX, Instant.ofEpochSecond(-1, 1)),
                        of(LocalDate.class, LocalDate.MIN, LocalDate.MAX, LocalDate.of(2026, 1, 1)),
                        of(LocalTime.class, LocalTime.MIDNIGHT, LocalTime.MAX, LocalTime.of(1, 2, 3, 4_000)),
                        of(LocalDateTime.class, LocalDateTime.MIN, LocalDateTime.MAX, TWICE),
                        of(
                                Duration.class,
                                Duration.ZERO,
                                Duration.ofNanos(-1),
                                Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)),
                        of(Duration.class, Duration.ofSeconds(Long.MIN_VALUE), Duration.ofMillis(-1_500)),
                        of(Period.class, Period.ZERO, Period.of(-1, 14, 400)),
                        of(Year.class, Year.of(0), Year.of(-44), Year.of(12_345), Year.of(Year.MIN_VALUE)),
                        of(YearMonth.class, YearMonth.of(2026, 7), YearMonth.of(12_345, 1), YearMonth.of(-5, 12)),
                        of(MonthDay.class, MonthDay.of(2, 29)),
                        of(Date.class, Date.from(Instant.ofEpochMilli(-1)), Date.from(Instant.EPOCH)))
                .flatMap(Function.identity());
    }

    private static Stream<Arguments> zoned() {
        ZonedDateTime summer = ZonedDateTime.of(TWICE, BERLIN);
        return Stream.of(
                        of(ZoneId.class, BERLIN, ZoneId.of("UTC"), ZoneOffset.UTC, ZoneId.of("GMT+2"), ZoneOffset.MIN),
                        of(ZoneOffset.class, ZoneOffset.UTC, ZoneOffset.ofTotalSeconds(1), ZoneOffset.MAX),
                        of(OffsetTime.class, OffsetTime.MIN, OffsetTime.MAX),
                        of(OffsetDateTime.class, OffsetDateTime.MIN, OffsetDateTime.MAX, summer.toOffsetDateTime()),
                        of(ZonedDateTime.class, summer, summer.withLaterOffsetAtOverlap()),
                        of(ZonedDateTime.class, ZonedDateTime.of(TWICE, ZoneOffset.UTC)),
                        of(ZonedDateTime.class, ZonedDateTime.of(TWICE, ZoneId.of("UTC"))),
                        of(ZonedDateTime.class, ZonedDateTime.of(TWICE, ZoneOffset.ofHours(2))))
                .flatMap(Function.identity());
    }

    private static Stream<Arguments> of(Class<?> type, Object... values) {
        return Stream.of(values).map(value -> Arguments.of(type, value));
    }
}
