package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idem.IdempotencyKeyException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.DayOfWeek;
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
import java.util.Currency;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON form of each Java type. */
final class CanonicalValueTest {

    private static final String DIGITS_1000 = "9".repeat(1_000);

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("values")
    void value_ofVector_hasItsJsonFormAndKey(String type, JsonNode value, String json, String key) {
        byte[] text = Canonical.bytes(out -> write(type, value, out));
        assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo(json);
        assertThat(Fingerprint.of(text).derivedKey()).isEqualTo(key);
    }

    static Stream<Arguments> values() {
        return Vectors.rows(Vectors.json("java_values.json").get("rows"))
                .map(row -> Arguments.of(
                        row.get("type").textValue(),
                        row.get("value"),
                        row.get("json").textValue(),
                        row.get("key_alone").textValue()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("refusedValues")
    void value_ofRejectedVector_isRefused(String type, JsonNode value) {
        assertThatThrownBy(() -> Canonical.bytes(out -> write(type, value, out)))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessageStartingWith("content: ");
    }

    /** The cycle among them is a matter of depth, which {@link CanonicalWriterTest} tests. */
    static Stream<Arguments> refusedValues() {
        return Vectors.rows(Vectors.json("java_values_rejected.json").get("runtime_errors"))
                .filter(row -> !row.get("type").textValue().equals("record cycle"))
                .map(row -> Arguments.of(row.get("type").textValue(), row.get("value")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formsWithoutVector")
    void value_withoutVector_hasItsJsonForm(String json, Consumer<CanonicalWriter> value) {
        assertThat(Canonical.text(value)).isEqualTo(json);
    }

    static Stream<Arguments> formsWithoutVector() {
        UUID uuid = UUID.fromString("0188A2B4-0000-7000-8000-00000000ABCD");
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        return Stream.of(
                form("true", out -> out.value(true)),
                form("null", CanonicalWriter::nullValue),
                form("\"0188a2b4-0000-7000-8000-00000000abcd\"", out -> out.value(uuid)),
                form("\"de-AT\"", out -> out.value(Locale.forLanguageTag("de-AT"))),
                form("\"und\"", out -> out.value(Locale.ROOT)),
                form("\"Europe/Berlin\"", out -> out.value(berlin)),
                form("\"2026-07\"", out -> out.value(YearMonth.of(2026, 7))),
                form("2026", out -> out.value(Year.of(2026))),
                form("-1", out -> out.value(Year.of(-1))),
                form("\"P1Y2M3D\"", out -> out.value(Period.of(1, 2, 3))),
                form("\"P14M\"", out -> out.value(Period.ofMonths(14))),
                form("\"-0.001s\"", out -> out.value(Duration.ofMillis(-1))),
                form("\"0.000001s\"", out -> out.value(Duration.ofNanos(1_000))),
                form("\"0.000000100s\"", out -> out.value(Duration.ofNanos(100))),
                form("\"-9223372036854775808s\"", out -> out.value(Duration.ofSeconds(Long.MIN_VALUE))),
                form("\"00:00:00\"", out -> out.value(LocalTime.MIDNIGHT)),
                form("\"10:00:00.000000001\"", out -> out.value(LocalTime.of(10, 0, 0, 1))),
                form("\"+10000-01-01\"", out -> out.value(LocalDate.of(10_000, 1, 1))),
                form(
                        "\"2026-10-25T02:30:00+02:00[Europe/Berlin]\"",
                        out -> out.value(ZonedDateTime.of(LocalDateTime.of(2026, 10, 25, 2, 30), berlin))),
                form("\"9007199254740993\"", out -> out.value(new BigInteger("9007199254740993"))),
                form("9007199254740991", out -> out.value(new BigInteger("9007199254740991"))),
                form("-9007199254740991", out -> out.value(new BigInteger("-9007199254740991"))),
                form("\"-9007199254740992\"", out -> out.value(new BigInteger("-9007199254740992"))),
                form('"' + "7".repeat(2_000) + '"', out -> out.value(new BigInteger("7".repeat(2_000)))));
    }

    private static Arguments form(String json, Consumer<CanonicalWriter> value) {
        return Arguments.of(json, value);
    }

    @Test
    void bigDecimal_of1000Digits_isWritten() {
        assertThat(decimal(DIGITS_1000)).isEqualTo('"' + DIGITS_1000 + '"');
        assertThat(decimal("-1E+999")).isEqualTo("\"-1" + "0".repeat(999) + '"');
        assertThat(decimal("1E-999")).isEqualTo("\"0." + "0".repeat(998) + "1\"");
        assertThat(decimal("1." + "0".repeat(5_000))).isEqualTo("\"1\"");
        assertThat(decimal("0E-1000000000")).isEqualTo("\"0\"");
    }

    /** Each of them would need gigabytes, or hours, if it were expanded first. */
    @ParameterizedTest
    @ValueSource(
            strings = {"1E+1000000000", "-1E+1000000000", "1E-1000000000", "1E+1000", "1E-1000", "12E-1000", "2E-1000"})
    void bigDecimal_beyond1000Digits_isRefusedAtOnce(String value) {
        assertThatThrownBy(() -> decimal(value))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessage("content: a number of more than 1000 digits has no canonical form");
    }

    /** To strip a million zeros one by one takes minutes. */
    @Test
    void bigDecimal_ofManyDigitsThatEndInZeros_isRefusedAtOnce() {
        BigDecimal value = new BigDecimal(BigInteger.TEN.pow(1_000_000));
        assertThatThrownBy(() -> Canonical.text(out -> out.value(value))).isInstanceOf(IdempotencyKeyException.class);
    }

    private static String decimal(String value) {
        return Canonical.text(out -> out.value(new BigDecimal(value)));
    }

    @Test
    void subclass_ofAnOpenType_isRefused() {
        Date timestamp = new Timestamp(1);
        BigDecimal decimal = new BigDecimal("1") {
            private static final long serialVersionUID = 1;
        };
        BigInteger integer = new BigInteger("1") {
            private static final long serialVersionUID = 1;
        };
        assertThatThrownBy(() -> Canonical.text(out -> out.value(timestamp)))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessageContaining("only java.util.Date itself");
        assertThatThrownBy(() -> Canonical.text(out -> out.value(decimal))).isInstanceOf(IdempotencyKeyException.class);
        assertThatThrownBy(() -> Canonical.text(out -> out.value(integer))).isInstanceOf(IdempotencyKeyException.class);
    }

    @Test
    void string_ofTenMillionCharacters_isWrittenWhole() {
        String value = "aé€\n".repeat(2_500_000);
        assertThat(Canonical.bytes(out -> out.value(value))).hasSize(2_500_000 * (1 + 2 + 3 + 2) + 2);
    }

    /** Dispatches to the overload that a compiler would choose for the type. */
    private static void write(String type, JsonNode json, CanonicalWriter out) {
        String value = json.asText();
        switch (type) {
            case "byte" -> out.value(Byte.parseByte(value));
            case "short" -> out.value(Short.parseShort(value));
            case "int", "OptionalInt" -> out.value(Integer.parseInt(value));
            case "long" -> out.value(Long.parseLong(value));
            case "BigInteger" -> out.value(new BigInteger(value));
            case "double" -> out.value(Double.longBitsToDouble(Long.parseUnsignedLong(value, 16)));
            case "float" -> out.value(Float.intBitsToFloat(Integer.parseUnsignedInt(value, 16)));
            case "BigDecimal" -> out.value(new BigDecimal(value));
            case "boolean" -> out.value(Boolean.parseBoolean(value));
            case "char" -> out.value(value.charAt(0));
            case "char utf16" -> out.value((char) Integer.parseInt(value, 16));
            case "String" -> out.value(value);
            case "String utf16" -> out.value(String.valueOf((char) Integer.parseInt(value, 16)));
            case "URI" -> out.value(URI.create(value));
            case "Currency" -> out.value(Currency.getInstance(value));
            case "enum java.time.DayOfWeek" -> out.value(DayOfWeek.valueOf(value));
            case "byte[]" -> out.value(HexFormat.of().parseHex(value));
            case "java.util.Date" -> out.value(Date.from(Instant.ofEpochMilli(Long.parseLong(value))));
            case "List<String>" -> writeList(json, out);
            case "Set<Integer>" -> writeSet(json, out);
            case "Map<String,Integer>", "Map<String,String>" -> writeMap(json, out);
            default -> writeTime(type, value, out);
        }
    }

    @Test
    void wholeNumber_isANumberUpToTheLastExactOneOfEitherSign() {
        long last = (1L << 53) - 1;
        assertThat(Canonical.text(out -> out.value(last))).isEqualTo("9007199254740991");
        assertThat(Canonical.text(out -> out.value(last + 1))).isEqualTo("\"9007199254740992\"");
        assertThat(Canonical.text(out -> out.value(-last))).isEqualTo("-9007199254740991");
        assertThat(Canonical.text(out -> out.value(-last - 1))).isEqualTo("\"-9007199254740992\"");
    }

    private static void writeTime(String type, String value, CanonicalWriter out) {
        switch (type) {
            case "ZoneOffset" -> out.value(ZoneOffset.of(value));
            case "Instant" -> out.value(OffsetDateTime.parse(value).toInstant());
            case "OffsetDateTime" -> out.value(OffsetDateTime.parse(value));
            case "ZonedDateTime" -> out.value(ZonedDateTime.parse(value));
            case "LocalDateTime" -> out.value(LocalDateTime.parse(value));
            case "LocalTime" -> out.value(LocalTime.parse(value));
            case "LocalDate" -> out.value(LocalDate.parse(value));
            case "MonthDay" -> out.value(MonthDay.parse(value));
            case "Duration" -> out.value(Duration.parse(value));
            case "Period" -> out.value(Period.parse(value));
            default -> throw new IllegalArgumentException(type);
        }
    }

    private static void writeList(JsonNode json, CanonicalWriter out) {
        out.beginArray();
        Vectors.parse(json.textValue()).forEach(element -> {
            if (element.isNull()) {
                out.nullValue();
            } else {
                out.value(element.textValue());
            }
        });
        out.endArray();
    }

    private static void writeSet(JsonNode json, CanonicalWriter out) {
        out.beginSet();
        Vectors.parse(json.textValue()).forEach(element -> out.value(element.intValue()));
        out.endSet();
    }

    private static void writeMap(JsonNode json, CanonicalWriter out) {
        out.beginMap();
        Vectors.parse(json.textValue()).properties().forEach(member -> {
            out.key(member.getKey());
            Canonical.write(member.getValue(), out);
        });
        out.endMap();
    }
}
