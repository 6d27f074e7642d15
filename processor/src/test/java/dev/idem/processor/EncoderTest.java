package dev.idem.processor;

import static dev.idem.processor.MethodUnderTest.method;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that a user's encoder writes. */
final class EncoderTest {

    private static final String POINT = """
            @KeyEncodedBy(PointEncoder.class) interface Point { int x(); }
            static class PointEncoder implements KeyEncoder<Point> {
              @Override public void encode(Point point, CanonicalWriter out) { out.value("x" + point.x()); }
            }
            static class TextEncoder implements KeyEncoder<Object> {
              @Override public void encode(Object value, CanonicalWriter out) { out.value("text " + value); }
            }
            """;

    @Test
    void type_isWrittenByItsEncoderWhereverItIs() {
        method(POINT + """
                        record Line(Point from, List<Point> via) {}
                        @IdempotentCall(key = {"line", "point", "line.from"})
                        String draw(Line line, Point point) { return ""; }
                        """)
                .with("--release")
                .with("17")
                .called("new Payments.Line(() -> 1, Arrays.asList(() -> 2, null)), null")
                .writes("{\"line\":{\"from\":\"x1\",\"via\":[\"x2\",null]},\"line.from\":\"x1\"}");
    }

    @Test
    void use_isWrittenByItsEncoderInPlaceOfTheForm() {
        method(POINT + """
                        static class Order {
                          @KeyEncodedBy(TextEncoder.class) private final Object field = 1;
                          private final int count = 2;
                          public Object getField() { return field; }
                          @KeyEncodedBy(TextEncoder.class) public int getCount() { return count; }
                        }
                        record Note(@KeyEncodedBy(TextEncoder.class) Object text) {}
                        @IdempotentCall(key = {"order", "note.text", "point", "number"})
                        String draw(Order order, Note note, @KeyEncodedBy(TextEncoder.class) String point,
                            @KeyEncodedBy(TextEncoder.class) int number) { return ""; }
                        """)
                .with("--release")
                .with("17")
                .called("new Payments.Order(), new Payments.Note('n'), \"p\", 3")
                .writes(
                        "{\"note.text\":\"text n\",\"number\":\"text 3\",\"order\":{\"count\":\"text 2\",\"field\":\"text"
                                + " 1\"},\"point\":\"text p\"}");
    }

    @Test
    void jsonTree_isWrittenByTheLibrary() {
        method("""
                        record Event(@KeyEncodedBy(JsonTreeEncoder.class) Map<String, Object> data) {}
                        @IdempotentCall String send(Event event) { return ""; }
                        """)
                .called("new Payments.Event(Map.of(\"b\", List.of(1, true), \"a\", new BigDecimal(\"1.0\")))")
                .writes("{\"event\":{\"data\":{\"a\":\"1\",\"b\":[1,true]}}}");
    }

    @Test
    void record_canBeAnEncoder() {
        method("""
                        record E() implements KeyEncoder<String> {
                          @Override public void encode(String value, CanonicalWriter out) { out.value(value); }
                        }
                        @IdempotentCall String charge(@KeyEncodedBy(E.class) String value) { return ""; }
                        """).called("\"v\"").writes("{\"value\":\"v\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "enum E implements KeyEncoder<String> { ONE; CODE } | names a type without instances of its own. Name a"
                        + " static class",
                "abstract static class E implements KeyEncoder<String> {} | names a type without instances of its own."
                        + " Name a static class",
                "interface E extends KeyEncoder<String> {} | names a type without instances of its own. Name a static"
                        + " class",
                "class E implements KeyEncoder<String> { CODE } | names a type without instances of its own. Name a"
                        + " static class",
                "static class E implements KeyEncoder<String> { CODE E(int i) {} } | names a class that the generated"
                        + " class in package 'shop' cannot make. Give it a public constructor without parameters and"
                        + " checked exceptions, and make it public",
                "static class E implements KeyEncoder<String> { CODE private E() {} } | names a class that the generated"
                        + " class in package 'shop' cannot make. Give it a public constructor without parameters and"
                        + " checked exceptions, and make it public",
                "static class E implements KeyEncoder<String> { CODE E() throws Exception {} } | names a class that the"
                        + " generated class in package 'shop' cannot make. Give it a public constructor without"
                        + " parameters and checked exceptions, and make it public",
                "private static class E implements KeyEncoder<String> { CODE } | names a class that the generated class"
                        + " in package 'shop' cannot make. Give it a public constructor without parameters and checked"
                        + " exceptions, and make it public",
            })
    void encoderThatNobodyCanMake_isRejected(String encoder, String text) {
        rejects(
                encoder.replace("CODE", "@Override public void encode(String value, CanonicalWriter out) {}"),
                "String",
                text);
    }

    @ParameterizedTest
    @CsvSource({"int", "Object", "List<String>"})
    void encoderOfAnotherType_isRejected(String type) {
        rejects(
                "static class E implements KeyEncoder<String> { @Override public void encode(String value, CanonicalWriter"
                        + " out) {} }",
                type,
                "names an encoder of String, not of " + type + ". Name an encoder of that type");
    }

    @Test
    void encoderWithOtherTypeArgumentsBefore_isOfThoseOfKeyEncoder() {
        method("""
                        static class Base implements Comparable<Base> {
                          @Override public int compareTo(Base other) { return 0; }
                        }
                        static class E extends Base implements java.util.function.Supplier<Integer>, KeyEncoder<String> {
                          @Override public Integer get() { return 1; }
                          @Override public void encode(String value, CanonicalWriter out) { out.value(value); }
                        }
                        @IdempotentCall String charge(@KeyEncodedBy(E.class) String value) { return ""; }
                        """).called("\"v\"").writes("{\"value\":\"v\"}");
    }

    @Test
    void encoderOfASubtype_isRejected() {
        method("""
                        sealed interface Pay permits Card {}
                        @KeyEncodedBy(JsonTreeEncoder.class) record Card(String id) implements Pay {}
                        @IdempotentCall String charge(Pay pay) { return ""; }
                        """)
                .isRejected(
                        "BadEncoder",
                        "@KeyEncodedBy(JsonTreeEncoder.class) for 'pay(Card)' is on a subtype of a sealed type, which is"
                                + " written with its name. Put it on the sealed type.",
                        "charge(");
    }

    private static void rejects(String encoder, String type, String text) {
        method(encoder
                        + "\n@IdempotentCall String charge(\n @KeyEncodedBy(E.class)\n %s value) { return \"\"; }"
                                .formatted(type))
                .isRejected("BadEncoder", "@KeyEncodedBy(E.class) for 'value' " + text + ".", "@KeyEncodedBy(E.class)");
    }
}
