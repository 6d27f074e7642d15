package dev.idem.codec.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.idem.codec.ResultCodecException;
import dev.idem.codec.ResultType;
import dev.idem.codec.jackson.Shapes.Account;
import dev.idem.codec.jackson.Shapes.Box;
import dev.idem.codec.jackson.Shapes.Color;
import dev.idem.codec.jackson.Shapes.Crowded;
import dev.idem.codec.jackson.Shapes.Empty;
import dev.idem.codec.jackson.Shapes.Line;
import dev.idem.codec.jackson.Shapes.Money;
import dev.idem.codec.jackson.Shapes.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that this type's values never have: damaged, hostile, or of another type of another application. */
final class ForeignDataTest {

    private static final ResultType STRING = ResultType.of(String.class);
    private static final ResultType INTEGER = ResultType.of(Integer.class);

    private static final ResultType LISTS_OF_OPTIONALS =
            ResultType.of(List.class, ResultType.of(Optional.class, STRING));

    private final JacksonResultCodec codec = new JacksonResultCodec();

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"scalars", "times", "containers", "objects", "damaged"})
    void bytes_notOfTheType_areRefusedWithTheTypeAndWithoutTheValue(ResultType type, String json) {
        ResultCodecException failure = read(json.getBytes(StandardCharsets.UTF_8), type);
        assertThat(failure)
                .hasMessageContaining("not a value of type " + type)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    static Stream<Arguments> scalars() {
        return Stream.of(
                        of(
                                int.class,
                                "\"1\"",
                                "1.0",
                                "1e0",
                                "true",
                                "null",
                                "2147483648",
                                "[1]",
                                "{}",
                                "\"\"",
                                "\"secret\""),
                        of(Integer.class, "\"1\"", "1.5", "null", "[]", "\"null\""),
                        of(long.class, "9223372036854775808", "1.0", "\"1\"", "null"),
                        of(Long.class, "9223372036854775808"),
                        of(byte.class, "200", "-129", "255", "1.0", "\"1\""),
                        of(Byte.class, "200"),
                        of(short.class, "32768", "\"1\""),
                        of(double.class, "1", "\"1.0\"", "1e999", "-1e999", "null", "\"\"", "\"secret\"", "NaN"),
                        of(float.class, "1", "1e39", "null"),
                        of(Double.class, "1", "1e999", "\"1.5\""),
                        of(boolean.class, "1", "0", "\"true\"", "null", "\"\""),
                        of(Boolean.class, "1", "\"false\""),
                        of(char.class, "\"ab\"", "\"\"", "65", "null"),
                        of(String.class, "1", "1.5", "true", "null", "[\"secret\"]", "{}"),
                        of(BigInteger.class, "1.0", "\"1\"", "\"secret\"", "true"),
                        of(BigDecimal.class, "\"1.0\"", "\"secret\"", "\"NaN\"", "true"),
                        of(Color.class, "\"secret\"", "0", "\"red\"", "\"\"", "null"),
                        of(byte[].class, "\"secret!\"", "1", "\"A\""))
                .flatMap(rows -> rows);
    }

    static Stream<Arguments> times() {
        return Stream.of(
                        of(
                                Instant.class,
                                "0",
                                "\"secret\"",
                                "\"2026-01-01T00:00:00+01:00\"",
                                "\"2026-01-01T00:00:00.0Z\""),
                        of(LocalDate.class, "[2026,1,1]", "\"2026-02-30\"", "\"2026-1-1\"", "\"\"", "\" 2026-01-01\""),
                        of(ZonedDateTime.class, "\"2026-07-01T10:00+01:00[Europe/Berlin]\"", "\"2026-07-01T10:00\""),
                        of(Duration.class, "1", "\"PT60S\"", "\"secret\""),
                        of(Year.class, "2026", "\"02026\""),
                        of(UUID.class, "\"1-1-1-1-1\"", "\"secret\"", "\"\""),
                        of(URI.class, "\"not a secret\"", "1"))
                .flatMap(rows -> rows);
    }

    static Stream<Arguments> containers() {
        return Stream.of(
                        of(ResultType.of(List.class, STRING), "\"secret\"", "{}", "[1]", "[\"a\",true]", "null", ""),
                        of(
                                ResultType.of(List.class, INTEGER),
                                "[\"1\"]",
                                "[1.0]",
                                "[\"secret\"]",
                                "1",
                                "[\"\"]",
                                "[\" \"]",
                                "[[]]"),
                        of(ResultType.of(List.class, ResultType.of(Color.class)), "[\"\"]", "[\" \"]"),
                        of(ResultType.of(List.class, ResultType.of(Money.class)), "[\"\"]", "[[]]"),
                        of(ResultType.of(Set.class, STRING), "\"\"", "[1]"),
                        of(
                                ResultType.of(Map.class, STRING, INTEGER),
                                "[]",
                                "{\"secret\":\"x\"}",
                                "{\"secret\":1,\"secret\":1}"),
                        of(ResultType.of(Map.class, INTEGER, INTEGER), "{\"secret\":1}", "{\"1.0\":1}", "{\"\":1}"),
                        of(
                                ResultType.of(Map.class, ResultType.of(Color.class), INTEGER),
                                "{\"secret\":1}",
                                "{\"0\":1}"),
                        of(ResultType.of(Map.class, ResultType.of(UUID.class), INTEGER), "{\"secret\":1}"),
                        of(
                                ResultType.of(Optional.class, STRING),
                                "\"secret\"",
                                "[\"secret\",\"b\"]",
                                "[1]",
                                "[null]",
                                "{}",
                                "null"),
                        of(ResultType.of(List.class, LISTS_OF_OPTIONALS), "[[1,\"x\"]]]", "[[\"x\"]]"),
                        of(ResultType.of(int[].class), "[\"1\"]", "[1.0]", "[null]", "1", "[2147483648]"),
                        of(ResultType.of(double[].class), "[1]", "[1e999]", "[null]", "[\"secret\"]"),
                        of(ResultType.of(Box.class, INTEGER), "{\"content\":\"1\"}", "{\"content\":1.5}"))
                .flatMap(rows -> rows);
    }

    static Stream<Arguments> objects() {
        return Stream.of(
                        of(
                                Money.class,
                                "{}",
                                "{\"amount\":1}",
                                "{\"amount\":1,\"currency\":\"EUR\",\"secret\":1}",
                                "{\"amount\":1,\"currency\":1}",
                                "{\"amount\":1,\"amount\":2,\"currency\":\"EUR\"}",
                                "{\"currency\":\"EUR\",\"Amount\":1}",
                                "[]",
                                "[1,\"EUR\"]",
                                "\"secret\"",
                                "\"\"",
                                "null",
                                "1"),
                        of(Line.class, "{\"name\":\"secret\",\"price\":null,\"tags\":[]}"),
                        of(Crowded.class, "\"secret\"", "{\"text\":\"secret\"}", "{\"text\":null,\"number\":1}"),
                        of(Empty.class, "{\"secret\":1}", "[]", "\"\"", "null"),
                        of(
                                Account.class,
                                "{}",
                                "{\"name\":null,\"owners\":[]}",
                                "{\"owners\":[],\"balance\":1}",
                                "{\"name\":null,\"owners\":[],\"balance\":1,\"secret\":\"x\"}",
                                "{\"name\":null,\"owners\":[],\"owners\":[],\"balance\":1}",
                                "{\"name\":null,\"owners\":[],\"owners\":[]}",
                                "{\"name\":null,\"owners\":[1],\"balance\":1}",
                                "{\"name\":null,\"owners\":[],\"balance\":null}",
                                "{\"name\":null,\"owners\":[],\"balance\":\"secret\"}",
                                "[]",
                                "\"secret\"",
                                "1"),
                        of(Node.class, "{\"value\":1,\"next\":{\"value\":2}}"))
                .flatMap(rows -> rows);
    }

    static Stream<Arguments> damaged() {
        String money = "{\"amount\":1,\"currency\":\"secret\"}";
        return of(
                Money.class,
                "",
                " ",
                money + "x",
                money + money,
                money + " 1",
                money.substring(0, money.length() - 1),
                "[" + money + "]",
                "\uFEFF" + money,
                "{'amount':1,'currency':'secret'}",
                "{\"amount\":1,\"currency\":\"secret\",}",
                "/**/" + money,
                "[".repeat(100_000));
    }

    @Test
    void bytes_ofAnotherEncoding_areRefused() {
        for (Charset charset : List.of(
                StandardCharsets.UTF_16BE,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16,
                StandardCharsets.ISO_8859_1)) {
            read("\"é\"".getBytes(charset), STRING);
        }
        read(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}, STRING);
        read(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}, STRING);
    }

    @Test
    void bytes_ofSeededRandomDamage_areRefusedOrTheValueOfTheirOwn() {
        ResultType type = ResultType.of(List.class, ResultType.of(Money.class));
        byte[] good =
                codec.encode(List.of(new Money(new BigDecimal("12.50"), "EUR"), new Money(BigDecimal.ONE, "")), type);
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            try {
                assertThat(codec.decode(bad, type)).isInstanceOf(List.class);
            } catch (ResultCodecException e) {
                assertThat(e).hasMessageContaining(type.toString());
            }
        }
    }

    @Test
    void failure_withinOthers_namesThePlaceByMembersAndCountsOnly() {
        ResultType type =
                ResultType.of(Map.class, STRING, ResultType.of(Box.class, ResultType.of(List.class, INTEGER)));
        assertThat(read("{\"secret\":{\"content\":[1,\"secret\"]}}".getBytes(StandardCharsets.UTF_8), type))
                .hasMessageContaining("(at [key].content[1], ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void failure_inAClass_namesThePlaceToo() {
        ResultType type = ResultType.of(Account.class);
        assertThat(read("{\"name\":null,\"owners\":[\"a\",1],\"balance\":1}".getBytes(StandardCharsets.UTF_8), type))
                .hasMessageContaining("(at owners[1], ");
    }

    @Test
    void failure_ofAnUnknownMember_doesNotNameIt() {
        String unknown = "\"ann@example.org\":1}]";
        Map<Class<?>, String> known = Map.of(
                Money.class, "[{\"amount\":1,\"currency\":\"EUR\",",
                Account.class, "[{\"name\":null,\"owners\":[],\"balance\":1,");
        known.forEach((type, members) -> assertThat(read(
                        (members + unknown).getBytes(StandardCharsets.UTF_8),
                        ResultType.of(List.class, ResultType.of(type))))
                .hasMessageContaining("(at [0], UnrecognizedPropertyException)")
                .hasMessageNotContaining("ann"));
    }

    @Test
    void failure_ofTheConstructor_isARefusal() {
        assertThatThrownBy(() -> codec.decode(
                        "{\"text\":null,\"number\":1}".getBytes(StandardCharsets.UTF_8), ResultType.of(Crowded.class)))
                .isInstanceOf(ResultCodecException.class)
                .hasMessageContaining("ValueInstantiationException");
    }

    private ResultCodecException read(byte[] bytes, ResultType type) {
        ResultCodecException failure =
                catchThrowableOfType(ResultCodecException.class, () -> codec.decode(bytes, type));
        assertThat(failure).as("%s", type).isNotNull();
        return failure;
    }

    private static Stream<Arguments> of(Class<?> type, String... texts) {
        return of(ResultType.of(type), texts);
    }

    private static Stream<Arguments> of(ResultType type, String... texts) {
        return Stream.of(texts).map(text -> Arguments.of(type, text));
    }
}
