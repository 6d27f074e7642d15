package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.IdempotencyKeyException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values whose types are known only at run time have the text that their declared types would give them. */
final class JsonTreeTest {

    private static final LocalDateTime MIDNIGHT = LocalDate.EPOCH.atStartOfDay();
    private static final OffsetDateTime OFFSET = MIDNIGHT.atOffset(ZoneOffset.ofHours(1));
    private static final ZonedDateTime ZONED = MIDNIGHT.atZone(ZoneId.of("Europe/Paris"));

    @SuppressWarnings("JavaUtilDate") // users still pass it
    private static final Date DATE = new Date(0);

    private static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("a\"b", "\"a\\\"b\""),
                Arguments.of(true, "true"),
                Arguments.of('x', "\"x\""),
                Arguments.of((byte) 1, "1"),
                Arguments.of((short) 2, "2"),
                Arguments.of(3, "3"),
                Arguments.of(1L << 53, "\"9007199254740992\""),
                Arguments.of(BigInteger.TWO, "2"),
                Arguments.of(0.1f, "0.10000000149011612"),
                Arguments.of(-0.0, "0"),
                Arguments.of(new BigDecimal("1.50"), "\"1.5\""),
                Arguments.of(Month.MAY, "\"MAY\""),
                Arguments.of(new UUID(0, 1), "\"00000000-0000-0000-0000-000000000001\""),
                Arguments.of(URI.create("http://a/B"), "\"http://a/B\""),
                Arguments.of(Locale.UK, "\"en-GB\""),
                Arguments.of(Currency.getInstance("EUR"), "\"EUR\""),
                Arguments.of(ZoneId.of("Europe/Paris"), "\"Europe/Paris\""),
                Arguments.of(Instant.EPOCH, "\"1970-01-01T00:00:00Z\""),
                Arguments.of(DATE, "\"1970-01-01T00:00:00Z\""),
                Arguments.of(OFFSET, "\"1970-01-01T00:00:00+01:00\""),
                Arguments.of(ZONED, "\"1970-01-01T00:00:00+01:00[Europe/Paris]\""),
                Arguments.of(MIDNIGHT, "\"1970-01-01T00:00:00\""),
                Arguments.of(LocalTime.NOON, "\"12:00:00\""),
                Arguments.of(LocalDate.EPOCH, "\"1970-01-01\""),
                Arguments.of(YearMonth.of(2026, 2), "\"2026-02\""),
                Arguments.of(MonthDay.of(2, 1), "\"--02-01\""),
                Arguments.of(Year.of(2026), "2026"),
                Arguments.of(Duration.ofMillis(1500), "\"1.500s\""),
                Arguments.of(Period.ofDays(2), "\"P2D\""),
                Arguments.of(new byte[] {0, 1}, "\"AAE=\""),
                Arguments.of(new int[][] {{2}, null}, "[[2],null]"),
                Arguments.of(new Object[] {"a", 1, null}, "[\"a\",1,null]"),
                Arguments.of(Arrays.asList("b", null, List.of()), "[\"b\",null,[]]"),
                Arguments.of(Set.of("b", "a"), "[\"a\",\"b\"]"),
                Arguments.of(Optional.of(List.of(Optional.empty())), "[null]"),
                Arguments.of(OptionalInt.of(1), "1"),
                Arguments.of(OptionalLong.empty(), "null"),
                Arguments.of(OptionalDouble.of(0.5), "0.5"));
    }

    private static Stream<Arguments> keys() {
        return Stream.of(
                Arguments.of("a", "a"),
                Arguments.of(Month.MAY, "MAY"),
                Arguments.of(true, "true"),
                Arguments.of('x', "x"),
                Arguments.of((byte) 1, "1"),
                Arguments.of((short) 2, "2"),
                Arguments.of(3, "3"),
                Arguments.of(1L << 53, "9007199254740992"),
                Arguments.of(BigInteger.TWO, "2"),
                Arguments.of(new UUID(0, 1), "00000000-0000-0000-0000-000000000001"),
                Arguments.of(Instant.EPOCH, "1970-01-01T00:00:00Z"),
                Arguments.of(DATE, "1970-01-01T00:00:00Z"),
                Arguments.of(OFFSET, "1970-01-01T00:00:00+01:00"),
                Arguments.of(ZONED, "1970-01-01T00:00:00+01:00[Europe/Paris]"),
                Arguments.of(MIDNIGHT, "1970-01-01T00:00:00"),
                Arguments.of(LocalTime.NOON, "12:00:00"),
                Arguments.of(LocalDate.EPOCH, "1970-01-01"),
                Arguments.of(YearMonth.of(2026, 2), "2026-02"),
                Arguments.of(MonthDay.of(2, 1), "--02-01"),
                Arguments.of(Year.of(2026), "2026"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void value_ofEachClass_isWrittenInItsForm(Object value, String json) {
        assertThat(text(value)).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void mapKey_ofEachClass_hasTheTextOfItsValue(Object key, String text) {
        assertThat(text(Map.of(key, 1))).isEqualTo("{\"" + text + "\":1}");
    }

    @Test
    void map_withNullsAndDepth_isSortedAndKeepsThem() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("b", null);
        map.put("a", List.of(Map.of("c", 1)));
        assertThat(text(map)).isEqualTo("{\"a\":[{\"c\":1}],\"b\":null}");
    }

    @Test
    void excludedNames_areLeftOutAtEveryDepth() {
        Map<Object, Object> map = Map.of("at", 1, "items", List.of(Map.of("at", 2, "id", 3)), 7, "number");
        assertThat(text(map, "at", "7")).isEqualTo("{\"items\":[{\"id\":3}]}");
    }

    @Test
    void classWithoutForm_isRefusedWithItsPath() {
        assertRefused(
                List.of(new AtomicInteger()),
                "[0]: its class java.util.concurrent.atomic.AtomicInteger" + " has no canonical form");
        assertRefused(new char[0], "content: its class [C has no canonical form");
        assertRefused(
                new BigDecimal("1") {},
                "content: its class " + JsonTreeTest.class.getName() + "$1 has no" + " canonical form");
    }

    @Test
    void mapKeyWithoutForm_isRefused() {
        assertRefused(Map.of(1.5, 1), "[0]: a key of class java.lang.Double has no canonical form");
        assertRefused(Collections.singletonMap(null, 1), "[0]: a null key has no canonical form");
        assertRefused(Map.of(1, 1, "1", 2), "content: two keys of the map have one text");
    }

    @Test
    void cycle_isRefusedByItsDepth() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        assertThatThrownBy(() -> text(list))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessageContaining("nested deeper than 64 levels");
    }

    private static void assertRefused(Object value, String message) {
        assertThatThrownBy(() -> text(value))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessage(message);
    }

    private static String text(Object value, String... excluded) {
        return Canonical.text(out -> new JsonTree(out, Set.of(excluded)).write(value));
    }
}
