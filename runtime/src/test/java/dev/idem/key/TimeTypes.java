package dev.idem.key;

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
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The times of the canonical form. */
@SuppressWarnings("JavaUtilDate") // users still pass it
final class TimeTypes {

    private static final int[] UNITS = {1, 1_000, 1_000_000, 1_000_000_000};
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** It was three o'clock at that hour, and an hour later once more. */
    private static final ZonedDateTime OVERLAP =
            LocalDateTime.of(2026, 10, 25, 2, 30).atZone(PARIS);

    private TimeTypes() {}

    static Stream<ScalarType<?>> all() {
        return Stream.of(
                instants(),
                dates(),
                offsetDateTimes(),
                zonedDateTimes(),
                localDateTimes(),
                localTimes(),
                durations(),
                localDates(),
                yearMonths(),
                monthDays(),
                years(),
                periods());
    }

    private static ScalarType<Instant> instants() {
        return ScalarType.of(
                Instant.class,
                TimeTypes::anyInstant,
                value -> Stream.of(value.plusNanos(1), value.minusNanos(1), value.plusMillis(1), value.plusSeconds(1)),
                List.of(Instant.MIN, Instant.MAX, Instant.EPOCH),
                CanonicalWriter::value);
    }

    private static ScalarType<Date> dates() {
        return ScalarType.of(
                Date.class,
                random -> new Date(random.nextLong() >> random.nextInt(64)),
                value -> Stream.of(new Date(value.getTime() + 1), new Date(-value.getTime())),
                List.of(new Date(Long.MIN_VALUE), new Date(Long.MAX_VALUE)),
                CanonicalWriter::value);
    }

    private static ScalarType<OffsetDateTime> offsetDateTimes() {
        return ScalarType.of(
                OffsetDateTime.class,
                random -> anyDateTime(random).atOffset(anyOffset(random)),
                value -> Stream.of(
                        value.plusNanos(1),
                        value.withOffsetSameInstant(ZoneOffset.UTC),
                        value.withOffsetSameLocal(ZoneOffset.UTC),
                        value.withOffsetSameInstant(ZoneOffset.ofTotalSeconds(1)),
                        value.withOffsetSameLocal(ZoneOffset.ofTotalSeconds(-1))),
                List.of(OffsetDateTime.MIN, OffsetDateTime.MAX),
                CanonicalWriter::value);
    }

    private static ScalarType<ZonedDateTime> zonedDateTimes() {
        return ScalarType.of(
                ZonedDateTime.class,
                random -> anyDateTime(random).atZone(random.nextBoolean() ? PARIS : anyOffset(random)),
                value -> Stream.of(
                        value.plusNanos(1),
                        value.withZoneSameInstant(BERLIN),
                        value.withZoneSameInstant(ZoneOffset.UTC),
                        value.withZoneSameInstant(ZoneId.of("UTC")),
                        value.withFixedOffsetZone()),
                List.of(OVERLAP.withEarlierOffsetAtOverlap(), OVERLAP.withLaterOffsetAtOverlap()),
                CanonicalWriter::value);
    }

    private static ScalarType<LocalDateTime> localDateTimes() {
        return ScalarType.of(
                LocalDateTime.class,
                TimeTypes::anyDateTime,
                value -> Stream.of(value.plusNanos(1), value.plusSeconds(1), value.plusMinutes(1), value.plusDays(1)),
                List.of(LocalDateTime.MIN, LocalDateTime.MAX),
                CanonicalWriter::value);
    }

    private static ScalarType<LocalTime> localTimes() {
        return ScalarType.of(
                LocalTime.class,
                random -> anyDateTime(random).toLocalTime(),
                value -> Stream.of(value.plusNanos(1), value.plusSeconds(1), value.plusMinutes(1), value.plusHours(12)),
                List.of(LocalTime.MIDNIGHT, LocalTime.MAX, LocalTime.of(10, 0), LocalTime.of(10, 0, 0, 100)),
                CanonicalWriter::value);
    }

    private static ScalarType<Duration> durations() {
        return ScalarType.of(
                Duration.class,
                random -> Duration.ofSeconds(random.nextInt() >> random.nextInt(32), anyNanos(random)),
                value -> Stream.of(
                        value.plusNanos(1),
                        value.minusNanos(1),
                        value.negated(),
                        value.multipliedBy(1_000),
                        value.plusDays(1)),
                List.of(
                        Duration.ZERO,
                        Duration.ofNanos(-1),
                        Duration.ofSeconds(-1),
                        Duration.ofSeconds(Long.MIN_VALUE),
                        Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)),
                CanonicalWriter::value);
    }

    private static ScalarType<LocalDate> localDates() {
        return ScalarType.of(
                LocalDate.class,
                random -> anyDateTime(random).toLocalDate(),
                value -> Stream.of(value.plusDays(1), value.plusMonths(1), value.withYear(-value.getYear())),
                List.of(LocalDate.MIN, LocalDate.MAX, LocalDate.of(9999, 12, 31), LocalDate.of(10_000, 1, 1)),
                CanonicalWriter::value);
    }

    private static ScalarType<YearMonth> yearMonths() {
        return ScalarType.of(
                YearMonth.class,
                random -> YearMonth.from(anyDateTime(random)),
                value -> Stream.of(value.plusMonths(1), value.plusYears(1), value.withYear(-value.getYear())),
                List.of(YearMonth.of(-1, 1), YearMonth.of(10_000, 1), YearMonth.of(1_000, 1)),
                CanonicalWriter::value);
    }

    private static ScalarType<MonthDay> monthDays() {
        return ScalarType.of(
                MonthDay.class,
                random -> MonthDay.from(anyDateTime(random)),
                value -> Stream.of(value.withMonth(12), value.withDayOfMonth(1)),
                List.of(MonthDay.of(2, 29), MonthDay.of(1, 11), MonthDay.of(11, 1)),
                CanonicalWriter::value);
    }

    private static ScalarType<Year> years() {
        return ScalarType.of(
                Year.class,
                random -> Year.of(random.nextInt(Year.MAX_VALUE)),
                value -> Stream.of(value.plusYears(1), Year.of(-value.getValue())),
                List.of(Year.of(0), Year.of(Year.MIN_VALUE), Year.of(Year.MAX_VALUE)),
                CanonicalWriter::value);
    }

    private static ScalarType<Period> periods() {
        return ScalarType.of(
                Period.class,
                random -> Period.of(random.nextInt(3), random.nextInt(15), random.nextInt(40)),
                value -> Stream.of(
                        value.negated(),
                        value.normalized(),
                        value.plusDays(1),
                        value.withMonths(0).withDays(value.getMonths())),
                List.of(Period.ZERO, Period.ofYears(1), Period.ofMonths(12), Period.ofDays(365), Period.ofWeeks(1)),
                CanonicalWriter::value);
    }

    private static Instant anyInstant(Random random) {
        return Instant.ofEpochSecond(random.nextInt() * (1L << random.nextInt(20)), anyNanos(random));
    }

    private static LocalDateTime anyDateTime(Random random) {
        return LocalDateTime.ofInstant(anyInstant(random), ZoneOffset.UTC);
    }

    /** As exact as a clock may be: to the second, the millisecond, the microsecond or the nanosecond. */
    private static int anyNanos(Random random) {
        int unit = UNITS[random.nextInt(UNITS.length)];
        return random.nextInt(1_000_000_000) / unit * unit;
    }

    private static ZoneOffset anyOffset(Random random) {
        int unit = random.nextBoolean() ? 900 : 1;
        return ZoneOffset.ofTotalSeconds(random.nextInt(36_000) / unit * unit * (random.nextBoolean() ? 1 : -1));
    }
}
