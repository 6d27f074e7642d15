package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.MethodUnderTest.method;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.idem.IdempotencyKeyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What generated code writes, compared with the text that a reader of the key rules would write by hand. */
final class ContentTest {

    @Test
    void recordParameterAndRecordResult_work() {
        MethodUnderTest charge = method("""
                        record Order(String id, int cents) {}
                        record Receipt(String id) {}
                        @IdempotentCall(operation = "payments.charge", ttl = "24h")
                        Receipt charge(Order order) { return new Receipt(order.id()); }
                        """).called("new Payments.Order(\"A-1\", 250)");
        charge.writes("{\"order\":{\"cents\":250,\"id\":\"A-1\"}}");
        assertThat(charge.operation().name()).isEqualTo("payments.charge");
        assertThat(charge.operation().resultType().toString()).isEqualTo("shop.Payments.Receipt");
    }

    @Test
    void operation_isNamedAfterTypeAndMethodAndKnowsTheErasedParameters() {
        MethodUnderTest ignored = method(
                        "@IdempotentCall void charge(List<String> ids, int[] counts, @KeyIgnore T order) {}")
                .inside("class Payments<T extends Payments<?>>");
        assertThat(ignored.operation().name()).isEqualTo("shop.Payments.charge");
        assertThat(ignored.operation().method()).isEqualTo("charge");
        assertThat(ignored.operation().parameterTypes().toString())
                .isEqualTo("[interface java.util.List, class [I, class shop.Payments]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "byte | (byte) -5 | -5",
                "short | (short) 5 | 5",
                "int | 7 | 7",
                "long | 9007199254740993L | '\"9007199254740993\"'",
                "float | 0.1f | 0.10000000149011612",
                "double | -0.0 | 0",
                "boolean | true | true",
                "char | '(char) 120' | '\"x\"'",
                "Byte | (byte) 5 | 5",
                "Short | (short) 5 | 5",
                "Integer | 7 | 7",
                "Long | 7L | 7",
                "Float | 1.5f | 1.5",
                "Double | 1e21 | 1e+21",
                "Boolean | false | false",
                "Character | '(char) 120' | '\"x\"'",
                "String | \"a\\\"b\" | '\"a\\\"b\"'",
                "Color | Color.RED | '\"RED\"'",
                "BigInteger | BigInteger.TEN | 10",
                "BigDecimal | new BigDecimal(\"1.50\") | '\"1.5\"'",
                "UUID | UUID.fromString(\"00000000-0000-0000-0000-00000000ABCD\") |"
                        + " '\"00000000-0000-0000-0000-00000000abcd\"'",
                "URI | URI.create(\"http://a/B\") | '\"http://a/B\"'",
                "Locale | Locale.UK | '\"en-GB\"'",
                "Currency | Currency.getInstance(\"EUR\") | '\"EUR\"'",
                "ZoneId | ZoneOffset.UTC | '\"Z\"'",
                "ZoneOffset | ZoneOffset.ofHours(1) | '\"+01:00\"'",
                "Instant | Instant.EPOCH | '\"1970-01-01T00:00:00Z\"'",
                "Date | new Date(0) | '\"1970-01-01T00:00:00Z\"'",
                "LocalDate | LocalDate.EPOCH | '\"1970-01-01\"'",
                "LocalTime | LocalTime.NOON | '\"12:00:00\"'",
                "LocalDateTime | LocalDate.EPOCH.atStartOfDay() | '\"1970-01-01T00:00:00\"'",
                "OffsetDateTime | Instant.EPOCH.atOffset(ZoneOffset.UTC) | '\"1970-01-01T00:00:00Z\"'",
                "ZonedDateTime | Instant.EPOCH.atZone(ZoneId.of(\"Europe/Paris\")) |"
                        + " '\"1970-01-01T01:00:00+01:00[Europe/Paris]\"'",
                "YearMonth | YearMonth.of(2026, 2) | '\"2026-02\"'",
                "MonthDay | MonthDay.of(2, 1) | '\"--02-01\"'",
                "Year | Year.of(2026) | 2026",
                "Duration | Duration.ofMillis(1500) | '\"1.500s\"'",
                "Period | Period.ofDays(2) | '\"P2D\"'",
                "byte[] | new byte[] {0, 1} | '\"AAE=\"'",
                "int[] | new int[] {2, 1} | '[2,1]'",
                "double[][] | new double[][] {{1}, null} | '[[1],null]'",
                "String[] | new String[] {\"a\", null} | '[\"a\",null]'",
                "String... | new String[] {\"a\"} | '[\"a\"]'",
                "List<Integer> | Arrays.asList(2, null, 1) | '[2,null,1]'",
                "Set<String> | new LinkedHashSet<>(List.of(\"b\", \"a\")) | '[\"a\",\"b\"]'",
                "Map<String, Long> | Map.of(\"b\", 1L, \"a\", 2L) | '{\"a\":2,\"b\":1}'",
                "Map<String, Long> | Collections.singletonMap(\"a\", null) | '{\"a\":null}'",
                "Map<Color, List<Set<String>>> | Map.of(Color.RED, List.of(Set.of(\"x\"))) | '{\"RED\":[[\"x\"]]}'",
                "Map<UUID, Integer> | Map.of(new UUID(0, 1), 1) | '{\"00000000-0000-0000-0000-000000000001\":1}'",
                "Map<Integer, Integer> | Map.of(10, 1, 9, 2) | '{\"10\":1,\"9\":2}'",
                "Map<Boolean, Integer> | Map.of(true, 1) | '{\"true\":1}'",
                "Map<Character, Integer> | Map.of((char) 120, 1) | '{\"x\":1}'",
                "Map<LocalDate, Integer> | Map.of(LocalDate.EPOCH, 1) | '{\"1970-01-01\":1}'",
                "Map<Instant, Integer> | Map.of(Instant.EPOCH, 1) | '{\"1970-01-01T00:00:00Z\":1}'",
                "Map<BigInteger, Integer> | Map.of(BigInteger.TWO, 1) | '{\"2\":1}'",
                "Map<Date, Integer> | Map.of(new Date(0), 1) | '{\"1970-01-01T00:00:00Z\":1}'",
                "Map<LocalTime, Integer> | Map.of(LocalTime.NOON, 1) | '{\"12:00:00\":1}'",
                "Map<LocalDateTime, Integer> | Map.of(LocalDate.EPOCH.atStartOfDay(), 1) |"
                        + " '{\"1970-01-01T00:00:00\":1}'",
                "Map<OffsetDateTime, Integer> | Map.of(Instant.EPOCH.atOffset(ZoneOffset.UTC), 1) |"
                        + " '{\"1970-01-01T00:00:00Z\":1}'",
                "Map<ZonedDateTime, Integer> | Map.of(Instant.EPOCH.atZone(ZoneId.of(\"Europe/Paris\")), 1) |"
                        + " '{\"1970-01-01T01:00:00+01:00[Europe/Paris]\":1}'",
                "Map<Year, Integer> | Map.of(Year.of(2026), 1) | '{\"2026\":1}'",
                "Optional<String> | Optional.of(\"a\") | '\"a\"'",
                "Optional<List<Optional<String>>> | Optional.of(List.of(Optional.empty(), Optional.of(\"a\"))) |"
                        + " '[null,\"a\"]'",
                "OptionalInt | OptionalInt.of(3) | 3",
                "OptionalLong | OptionalLong.of(3) | 3",
                "OptionalDouble | OptionalDouble.of(0.5) | 0.5",
            })
    void value_isWrittenInItsForm(String type, String argument, String json) {
        method("@IdempotentCall String charge(int a, %s value) { return \"\"; }".formatted(type))
                .inside("enum Color { RED }\n class Payments")
                .called("1, " + argument)
                .writes("{\"a\":1,\"value\":" + json + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "String, null",
        "Integer, null",
        "Optional<String>, Optional.empty()",
        "OptionalInt, OptionalInt.empty()"
    })
    void absentParameterAndComponent_areLeftOut(String type, String argument) {
        method("""
                        record Order(String id, %s value) {}
                        @IdempotentCall String charge(Order order, %s value) { return ""; }
                        """.formatted(type, type))
                .called("new Payments.Order(\"A\", %s), %s".formatted(argument, argument))
                .writes("{\"order\":{\"id\":\"A\"}}");
    }

    @Test
    void class_isWrittenByItsFieldsThroughEachKindOfAccessor() {
        method("""
                        static class Base {
                          private final String baseName = "b";
                          public String getBaseName() { return baseName; }
                        }
                        static class Order extends Base {
                          static final int COUNT = 1;
                          private final transient int cache = 2;
                          private final boolean open = true;
                          private final int count = 3;
                          public final Boolean paid = null;
                          @KeyIgnore private final Instant at = Instant.EPOCH;
                          private final Instant seen = Instant.EPOCH;
                          private final String URL = "u";
                          public boolean isOpen() { return open; }
                          public int count() { return count; }
                          @KeyIgnore public Instant getSeen() { return seen; }
                          public String getURL() { return URL; }
                          public String getDerived() { return "derived" + cache + at; }
                        }
                        @IdempotentCall String charge(Order order) { return ""; }
                        """)
                .called("new Payments.Order()")
                .writes("{\"order\":{\"URL\":\"u\",\"baseName\":\"b\",\"count\":3,\"open\":true}}");
    }

    @Test
    void generics_areWrittenByTheirArguments() {
        method("""
                        record Page<T>(List<T> items, Page<T> next) {}
                        record Item(String sku) {}
                        record Both(Page<Item> items, Page<String> names) {}
                        @IdempotentCall String charge(Both both) { return ""; }
                        """)
                .called("new Payments.Both(new Payments.Page<>(List.of(new Payments.Item(\"s\")), null), new"
                        + " Payments.Page<>(List.of(), new Payments.Page<>(List.of(\"n\"), null)))")
                .writes("{\"both\":{\"items\":{\"items\":[{\"sku\":\"s\"}]},"
                        + "\"names\":{\"items\":[],\"next\":{\"items\":[\"n\"]}}}}");
    }

    @Test
    void inheritedGenerics_areWrittenByTheirArguments() {
        method("""
                        static class Base<T> { private T id; Base(T id) { this.id = id; } public T getId() { return id; } }
                        static class Order extends Base<List<String>> { Order() { super(List.of("a")); } }
                        @IdempotentCall String charge(Order order) { return ""; }
                        """).called("new Payments.Order()").writes("{\"order\":{\"id\":[\"a\"]}}");
    }

    @Test
    void subclassOfTheDeclaredClass_isRefused() {
        MethodUnderTest charge = method("""
                        static class Order { public String id = "A"; }
                        static class Gift extends Order { public String note = "n"; }
                        @IdempotentCall String charge(Order order) { return ""; }
                        """).called("new Payments.Gift()");
        IdempotencyKeyException refused = assertThrows(IdempotencyKeyException.class, charge::content);
        assertThat(refused).hasMessageThat().startsWith("order: its class is shop.Payments$Gift");
    }

    @Test
    void subclassOfAMapKey_isRefused() {
        MethodUnderTest charge = method("@IdempotentCall String charge(Map<Date, String> order) { return \"\"; }")
                .called("Map.of(new java.sql.Timestamp(0), \"a\")");
        IdempotencyKeyException refused = assertThrows(IdempotencyKeyException.class, charge::content);
        assertThat(refused)
                .hasMessageThat()
                .isEqualTo(
                        "a map key of class java.sql.Timestamp has no canonical form where java.util.Date is declared");
    }

    @Test
    void nullKeyOfAMapWithATextOfItsOwn_isRefused() {
        MethodUnderTest charge = method("@IdempotentCall String charge(Map<LocalTime, String> order) { return \"\"; }")
                .called("Collections.singletonMap((LocalTime) null, \"a\")");
        IdempotencyKeyException refused = assertThrows(IdempotencyKeyException.class, charge::content);
        assertThat(refused).hasMessageThat().isEqualTo("order[0]: a null key has no canonical form");
    }

    @Test
    void gettersOfKotlinAndLombok_areFound() {
        method("""
                        static final class Point {
                          private final int xAxis = 1;
                          private final boolean isOpen = true;
                          private final int aB = 2;
                          public int getXAxis() { return xAxis; }
                          public boolean isOpen() { return isOpen; }
                          public int getaB() { return aB; }
                        }
                        @IdempotentCall(key = {"point", "point.xAxis"}) String draw(Point point) { return ""; }
                        """)
                .called("new Payments.Point()")
                .writes("{\"point\":{\"aB\":2,\"isOpen\":true,\"xAxis\":1},\"point.xAxis\":1}");
    }

    @Test
    void getterThatTwoFieldsCouldMean_readsTheOneOfItsName() {
        method("""
                        static final class Point {
                          private final int xAxis = 1;
                          private final int XAxis = 2;
                          public int getXAxis() { return XAxis; }
                          int use() { return xAxis; }
                        }
                        @IdempotentCall String draw(Point point) { return ""; }
                        """)
                .isRejected(
                        "HiddenState",
                        "Key 'point' has type Point with state that cannot be read: field 'xAxis' of Point would be"
                                + " missing from the key, and different calls would share one. Add an accessor"
                                + " 'getXAxis()', or annotate the field @KeyIgnore.",
                        "draw(");
    }

    @Test
    void genericsInheritedThroughSeveralClasses_areWrittenByTheirArguments() {
        method("""
                        static class Root<K, V> { public Map<K, List<V>> all; public K[] keys; }
                        static class Base<T> extends Root<String, T> { }
                        record Line(int cents) {}
                        static class Order extends Base<Line> {
                          Order() { all = Map.of("a", List.of(new Line(1))); keys = new String[] {"k"}; }
                        }
                        @IdempotentCall String charge(Order order) { return ""; }
                        """)
                .called("new Payments.Order()")
                .writes("{\"order\":{\"all\":{\"a\":[{\"cents\":1}]},\"keys\":[\"k\"]}}");
    }

    @Test
    void nullKeyOfAMap_isRefused() {
        MethodUnderTest charge = method("@IdempotentCall String charge(Map<UUID, String> order) { return \"\"; }")
                .called("Collections.singletonMap((UUID) null, \"a\")");
        IdempotencyKeyException refused = assertThrows(IdempotencyKeyException.class, charge::content);
        assertThat(refused).hasMessageThat().isEqualTo("order[0]: a null key has no canonical form");
    }

    @Test
    void recursion_isBoundedAtRunTime() {
        MethodUnderTest charge = method("""
                        record Comment(String text, List<Comment> replies) {}
                        @IdempotentCall String charge(Comment comment) { return ""; }
                        static Comment cycle() {
                          List<Comment> replies = new ArrayList<>();
                          Comment comment = new Comment("a", replies);
                          replies.add(comment);
                          return comment;
                        }
                        """).called("Payments.cycle()");
        IdempotencyKeyException refused = assertThrows(IdempotencyKeyException.class, charge::content);
        assertThat(refused).hasMessageThat().contains("nested deeper than 64 levels");
    }

    @Test
    void namesThatGeneratedCodeUsesItself_areFree() {
        method("""
                        record Order(String value, String out, Map<String, List<String>> element, String class_) {}
                        @IdempotentCall(key = {"arguments", "out.value", "out.out", "element", "entry", "key"})
                        String charge(String arguments, Order out, Map<String, Order> element, String entry, int key) {
                          return "";
                        }
                        """)
                .called("\"a\", new Payments.Order(\"v\", \"o\", null, null), Map.of(), null, 1")
                .writes("{\"arguments\":\"a\",\"element\":{},\"key\":1,\"out.out\":\"o\",\"out.value\":\"v\"}");
    }

    @Test
    void namesOfJavaLang_areFree() {
        Sources.source("shop.Payments", """
                        package shop;
                        class Payments {
                          @dev.idem.IdempotentCall
                          java.lang.String charge(Object object, String string, List list) { return ""; }
                        }
                        """)
                .and("shop.Object", "package shop; record Object(int id) {}")
                .and("shop.String", "package shop; record String(int id) {}")
                .and("shop.List", "package shop; record List(int id) {}")
                .and("shop.Override", "package shop; record Override(int id) {}")
                .and("shop.Operation", "package shop; record Operation(int id) {}")
                .isAccepted();
    }

    @Test
    void differentStructures_neverShareAContent() {
        String first = pair("\"a|b\", \"c\"");
        String second = pair("\"a\", \"b|c\"");
        String third = pair("\"a\\\",\\\"b\\\":\\\"c\", null");
        assertThat(first).isNotEqualTo(second);
        assertThat(third).isEqualTo("{\"a\":\"a\\\",\\\"b\\\":\\\"c\"}");
    }

    private static String pair(String arguments) {
        return method("@IdempotentCall String charge(String a, String b) { return \"\"; }")
                .called(arguments)
                .content();
    }
}
