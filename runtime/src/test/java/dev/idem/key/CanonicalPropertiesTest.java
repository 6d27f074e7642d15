package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the text of every value; {@link RandomValues} says how a seed is replayed. */
final class CanonicalPropertiesTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();

    static LongStream seeds() {
        return RandomValues.seeds();
    }

    @ParameterizedTest(name = "-Didem.seed={0}")
    @MethodSource("seeds")
    void text_ofEqualValuesInAnyOrder_isOne(long seed) {
        RandomValues values = new RandomValues(seed);
        Object value = values.value();
        assertThat(CanonicalJson.text(values.shuffled(value))).isEqualTo(CanonicalJson.text(value));
    }

    @ParameterizedTest(name = "-Didem.seed={0}")
    @MethodSource("seeds")
    void text_ofAnyValue_isAFixedPointOfAnotherCanonicalForm(long seed) throws JsonProcessingException {
        String text = CanonicalJson.text(new RandomValues(seed).value());
        assertThat(independent(JACKSON.readTree(text))).isEqualTo(text);
    }

    @ParameterizedTest(name = "-Didem.seed={0}")
    @MethodSource("seeds")
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    void text_inAnotherLocaleAndTimeZone_isTheSame(long seed) {
        Object value = new RandomValues(seed).value();
        String text = CanonicalJson.text(value);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertThat(CanonicalJson.text(value)).isEqualTo(text);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void texts_ofUnequalStringsAndNumbers_differ() {
        Map<String, Object> values = new HashMap<>();
        seeds().forEach(seed -> {
            RandomValues random = new RandomValues(seed);
            for (int i = 0; i < 20; i++) {
                assertDistinct(values, random.string());
                assertDistinct(values, random.number() + 0.0);
            }
        });
        assertThat(values).hasSizeGreaterThan(1_000);
    }

    @Test
    void texts_ofUnequalListsAndMaps_differ() {
        Random random = new Random(2);
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            List<String> list = random.ints(random.nextInt(4), 0, 4)
                    .mapToObj(piece -> List.of("", ",", "\"", "a").get(piece))
                    .toList();
            Map<String, Object> map = new TreeMap<>();
            list.forEach(name -> map.put(name, random.nextInt(2)));
            assertDistinct(values, list);
            assertDistinct(values, map);
            assertDistinct(values, List.of(list, map));
        }
    }

    private static void assertDistinct(Map<String, Object> values, Object value) {
        Object other = values.putIfAbsent(CanonicalJson.text(value), value);
        assertThat(other == null || other.equals(value))
                .as("%s and %s", value, other)
                .isTrue();
    }

    /** RFC 8785 once more, over Jackson's tree and with the arithmetic of BigDecimal. */
    private static String independent(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> {
                TreeMap<String, String> members = new TreeMap<>();
                json.properties().forEach(member -> members.put(member.getKey(), independent(member.getValue())));
                yield members.entrySet().stream()
                        .map(member -> quoted(member.getKey()) + ':' + member.getValue())
                        .collect(Collectors.joining(",", "{", "}"));
            }
            case ARRAY ->
                Vectors.rows(json).map(CanonicalPropertiesTest::independent).collect(Collectors.joining(",", "[", "]"));
            case STRING -> quoted(json.textValue());
            case NUMBER -> number(json.doubleValue());
            default -> json.toString();
        };
    }

    private static String quoted(String value) {
        return value.codePoints()
                .mapToObj(c -> switch (c) {
                    case '"', '\\' -> "\\" + (char) c;
                    case '\b' -> "\\b";
                    case '\t' -> "\\t";
                    case '\n' -> "\\n";
                    case '\f' -> "\\f";
                    case '\r' -> "\\r";
                    default -> c < ' ' ? String.format(Locale.ROOT, "\\u%04x", c) : Character.toString(c);
                })
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static String number(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = ExactSearch.shortest(Math.abs(value)).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int exponent = shortest.precision() - shortest.scale() - 1;
        String sign = value < 0 ? "-" : "";
        if (exponent >= -6 && exponent < 21) {
            return sign + shortest.toPlainString();
        }
        return sign
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + 'e'
                + (exponent < 0 ? "-" : "+")
                + Math.abs(exponent);
    }
}
