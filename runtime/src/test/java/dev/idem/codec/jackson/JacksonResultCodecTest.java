package dev.idem.codec.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.codec.ResultType;
import dev.idem.codec.jackson.Shapes.Account;
import dev.idem.codec.jackson.Shapes.Box;
import dev.idem.codec.jackson.Shapes.Color;
import dev.idem.codec.jackson.Shapes.Crowded;
import dev.idem.codec.jackson.Shapes.Empty;
import dev.idem.codec.jackson.Shapes.Line;
import dev.idem.codec.jackson.Shapes.Money;
import dev.idem.codec.jackson.Shapes.Node;
import dev.idem.codec.jackson.Shapes.Receipt;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back equals what was returned, in type and value. */
final class JacksonResultCodecTest {

    private static final ResultType STRING = ResultType.of(String.class);

    private final JacksonResultCodec codec = new JacksonResultCodec();

    @ParameterizedTest
    @MethodSource("dev.idem.codec.jackson.ScalarValues#all")
    void scalar_alone_comesBackEqual(Class<?> declared, Object value) {
        assertComesBack(value, ResultType.of(declared));
    }

    @ParameterizedTest
    @MethodSource("dev.idem.codec.jackson.ScalarValues#all")
    void scalar_withinOthers_comesBackEqual(Class<?> declared, Object value) {
        if (!declared.isPrimitive()) {
            ResultType type = ResultType.of(declared);
            assertComesBack(Arrays.asList(value, null), ResultType.of(List.class, type));
            assertComesBack(new Box<>(value), ResultType.of(Box.class, type));
            assertComesBack(Optional.of(value), ResultType.of(Optional.class, type));
            assertComesBack(Map.of("k", value), ResultType.of(Map.class, STRING, type));
        }
    }

    @Test
    void floats_ofSeededRandomBits_comeBackEqual() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            assertComesBack(Float.intBitsToFloat(random.nextInt()), ResultType.of(float.class));
            assertComesBack(Double.longBitsToDouble(random.nextLong()), ResultType.of(double.class));
        }
    }

    @Test
    void chars_all_comeBackEqual() {
        for (int c = Character.MIN_VALUE; c <= Character.MAX_VALUE; c++) {
            assertComesBack((char) c, ResultType.of(char.class));
        }
    }

    /** Lone surrogates included: JSON can escape them, so a string that is not well-formed is not lost either. */
    @Test
    void strings_ofEveryUtf16Unit_comeBackEqual() {
        String all = IntStream.rangeClosed(Character.MIN_VALUE, Character.MAX_VALUE)
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
        assertComesBack(all, STRING);
        assertComesBack(new StringBuilder(all).reverse().toString(), STRING);
        assertComesBack("\uD83D\uDE00\uD83D", STRING);
        String wellFormed = all.replaceAll("[\\x{D800}-\\x{DFFF}]", "") + "\uD83D\uDE00";
        assertComesBack(Map.of(wellFormed, all), ResultType.of(Map.class, STRING, STRING));
    }

    @Test
    void strings_ofManyLengthsAroundBuffers_comeBackEqual() {
        for (String unit : List.of("a", "é", "\uD83D\uDE00", "\uD83D", "\uDE00", "\u0000", "\"")) {
            for (int length : List.of(1, 999, 3_999, 4_000, 4_001, 7_999, 8_000, 70_000)) {
                assertComesBack("x" + unit.repeat(length), STRING);
            }
        }
    }

    @Test
    void values_beyondTheDefaultLimitsOfTheLibrary_comeBackEqual() {
        assertComesBack("x".repeat(21_000_000), STRING);
        assertComesBack(Map.of("k".repeat(60_000), 1), mapOf(ResultType.of(Integer.class)));
        assertComesBack(new BigInteger("7".repeat(3_000)), ResultType.of(BigInteger.class));
        assertComesBack(new BigDecimal("0." + "7".repeat(3_000)), ResultType.of(BigDecimal.class));
    }

    /** All have one hash in Jackson's table of names, which counts 33 per character. */
    @Test
    void map_ofCollidingKeys_comesBackEqual() {
        Map<String, Integer> map = new HashMap<>();
        for (int i = 0; i < 4_096; i++) {
            map.put(Integer.toBinaryString(4_096 + i).replace("0", "AB").replace("1", "B!"), i);
        }
        assertComesBack(map, mapOf(ResultType.of(Integer.class)));
    }

    @Test
    void arrays_ofEachKind_comeBackEqual() {
        assertArrayComesBack(new byte[] {0, -1, 127, -128});
        assertArrayComesBack(new byte[0]);
        assertArrayComesBack(new short[] {1, -1});
        assertArrayComesBack(new int[] {Integer.MIN_VALUE, 0});
        assertArrayComesBack(new long[] {Long.MAX_VALUE});
        assertArrayComesBack(new boolean[] {true, false});
        assertArrayComesBack(new float[] {1.5f, -0f, Float.NaN, Float.NEGATIVE_INFINITY});
        assertArrayComesBack(new double[] {0.1, -0.0, Double.NaN, Double.POSITIVE_INFINITY, 1e300});
        assertArrayComesBack(new char[] {'a', '"', 'é', '\uD800'});
        assertArrayComesBack(new String[] {"a", null, ""});
        assertArrayComesBack(new int[][] {{1}, {}, {2, 3}});
        assertArrayComesBack(new Money[] {new Money(BigDecimal.ONE, "EUR"), null});
    }

    @Test
    void list_withNulls_comesBackEqual() {
        assertComesBack(Arrays.asList("a", null, ""), ResultType.of(List.class, STRING));
        assertComesBack(List.of(), ResultType.of(List.class, STRING));
        assertComesBack(new ArrayList<>(List.of(1)), ResultType.of(ArrayList.class, ResultType.of(Integer.class)));
    }

    @Test
    void setAndMap_withAnOrder_keepIt() {
        List<String> order = new ArrayList<>(
                IntStream.range(0, 100).mapToObj(Integer::toString).toList());
        Collections.shuffle(order, new Random(3));
        Set<String> set = new LinkedHashSet<>(order);
        Map<String, String> map = new LinkedHashMap<>();
        order.forEach(key -> map.put(key, key));
        assertThat(((Set<?>) assertComesBack(set, ResultType.of(Set.class, STRING))).toArray())
                .isEqualTo(order.toArray());
        assertThat(((Map<?, ?>) assertComesBack(map, mapOf(STRING))).keySet().toArray())
                .isEqualTo(order.toArray());
    }

    @Test
    void set_withNull_comesBackEqual() {
        assertComesBack(new HashSet<>(Arrays.asList("a", null)), ResultType.of(Set.class, STRING));
        assertComesBack(new HashSet<>(), ResultType.of(HashSet.class, STRING));
    }

    @Test
    void map_withKeysOfEachKind_comesBackEqual() {
        ResultType integer = ResultType.of(Integer.class);
        Map<String, Integer> nulls = new HashMap<>();
        nulls.put("", null);
        assertComesBack(nulls, ResultType.of(Map.class, STRING, integer));
        assertComesBack(Map.of(Color.GREEN, 1), ResultType.of(Map.class, ResultType.of(Color.class), integer));
        assertComesBack(Map.of(new UUID(1, -2), 1), ResultType.of(Map.class, ResultType.of(UUID.class), integer));
        assertComesBack(Map.of(-7, 1, 8, 2), ResultType.of(Map.class, integer, integer));
        assertComesBack(Map.of(Long.MIN_VALUE, 1), ResultType.of(Map.class, ResultType.of(Long.class), integer));
        assertComesBack(Map.of((short) -1, 1), ResultType.of(Map.class, ResultType.of(Short.class), integer));
        assertComesBack(Map.of((byte) -1, 1), ResultType.of(Map.class, ResultType.of(Byte.class), integer));
    }

    @Test
    void optional_emptyMissingOrNested_staysDistinct() {
        ResultType optional = ResultType.of(Optional.class, STRING);
        assertComesBack(Optional.empty(), optional);
        assertComesBack(Optional.of(""), optional);
        assertComesBack(Optional.of(Optional.empty()), ResultType.of(Optional.class, optional));
        assertComesBack(Optional.of(List.of()), ResultType.of(Optional.class, ResultType.of(List.class, STRING)));
        assertComesBack(Arrays.asList(Optional.empty(), null), ResultType.of(List.class, optional));
        assertComesBack(new Box<@Nullable Optional<String>>(null), ResultType.of(Box.class, optional));
    }

    @Test
    void record_withNestedGenerics_comesBackEqual() {
        Receipt receipt = new Receipt(
                "R-1",
                2,
                new Money(new BigDecimal("1.00"), "EUR"),
                List.of(new Line("pen", -0.0, Set.of("a", "b")), new Line(null, Double.NaN, Set.of())),
                Optional.of("note"),
                Map.of(Color.GREEN, Instant.MAX));
        assertComesBack(receipt, ResultType.of(Receipt.class));
        assertComesBack(
                Map.of("k", List.of(Optional.of(receipt))),
                mapOf(ResultType.of(List.class, ResultType.of(Optional.class, ResultType.of(Receipt.class)))));
        assertComesBack(new Receipt("", 0, null, List.of(), Optional.empty(), Map.of()), ResultType.of(Receipt.class));
    }

    @Test
    void record_withoutComponents_comesBackEqual() {
        assertComesBack(new Empty(), ResultType.of(Empty.class));
    }

    @Test
    void record_withOtherAccessorsAndConstructors_isItsComponents() {
        assertThat(json(new Crowded("a", 1), ResultType.of(Crowded.class))).isEqualTo("{\"text\":\"a\",\"number\":1}");
        assertComesBack(new Crowded("a", 1), ResultType.of(Crowded.class));
    }

    @Test
    void class_withAccessors_isItsFields() {
        Account account = new Account(List.of("ann"), 5);
        account.name("main");
        assertThat(json(account, ResultType.of(Account.class)))
                .contains("\"name\":\"main\"", "\"owners\":[\"ann\"]", "\"balance\":5");
        assertComesBack(account, ResultType.of(Account.class));
    }

    @Test
    void class_thatIsRecursive_comesBackEqual() {
        Node back = (Node) roundTrip(new Node(1, new Node(2, null)), ResultType.of(Node.class));
        assertThat(back.value()).isEqualTo(1);
        assertThat(back.next()).isNotNull().extracting(Node::value, Node::next).containsExactly(2, null);
    }

    @Test
    void class_nestedDeeply_comesBack() {
        Node chain = null;
        for (int i = 0; i < 900; i++) {
            chain = new Node(i, chain);
        }
        int length = 0;
        for (Node node = (Node) roundTrip(chain, ResultType.of(Node.class)); node != null; node = node.next()) {
            length++;
        }
        assertThat(length).isEqualTo(900);
    }

    @Test
    void data_ofAnyType_holdsNoClassNames() {
        assertThat(json(new Box<>(List.of(new Money(BigDecimal.TEN, "EUR"))), boxOfMoney()))
                .isEqualTo("{\"content\":[{\"amount\":10,\"currency\":\"EUR\"}]}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void codec_usedByManyTypes_keepsThemApart(boolean longFirst) {
        List<ResultType> types = new ArrayList<>(List.of(
                ResultType.of(List.class, ResultType.of(Long.class)),
                ResultType.of(List.class, ResultType.of(Integer.class))));
        if (!longFirst) {
            Collections.reverse(types);
        }
        types.forEach(type -> roundTrip(List.of(), type));
        assertComesBack(List.of(1L), ResultType.of(List.class, ResultType.of(Long.class)));
        assertComesBack(List.of(1), ResultType.of(List.class, ResultType.of(Integer.class)));
    }

    private static ResultType boxOfMoney() {
        return ResultType.of(Box.class, ResultType.of(List.class, ResultType.of(Money.class)));
    }

    private static ResultType mapOf(ResultType value) {
        return ResultType.of(Map.class, STRING, value);
    }

    private String json(Object value, ResultType type) {
        return new String(codec.encode(value, type), StandardCharsets.UTF_8);
    }

    private Object roundTrip(Object value, ResultType type) {
        return codec.decode(codec.encode(value, type), type);
    }

    private Object assertComesBack(Object value, ResultType type) {
        Object back = roundTrip(value, type);
        assertThat(back).isEqualTo(value).hasSameHashCodeAs(value);
        return back;
    }

    private void assertArrayComesBack(Object array) {
        Object back = roundTrip(array, ResultType.of(array.getClass()));
        assertThat(back).hasSameClassAs(array);
        assertThat(Arrays.deepEquals(new Object[] {back}, new Object[] {array})).isTrue();
    }
}
