package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.MethodUnderTest.method;

import dev.idem.key.CanonicalWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of sealed types are written as their subtypes, which their names tell apart. */
final class SealedTest {

    private static final String SHAPES = """
            sealed interface Shape permits Circle, Polygon, Named, Unit {}
            record Circle(int R, int radius) implements Shape {}
            sealed interface Polygon extends Shape permits Square, Named {}
            static final class Square implements Polygon { public int side = 2; }
            record Named(String name, Shape inner) implements Shape, Polygon {}
            enum Unit implements Shape { POINT, PLANE { } }
            """;

    private static final String ACCOUNTS = """
            static sealed class Account { public String id = "a"; }
            static final class Savings extends Account { public int rate = 1; }
            static sealed abstract class Joint extends Account permits Pair {}
            static final class Pair extends Joint { public String other = "b"; }
            """;

    private static final String RESULTS = """
            sealed interface Result<T> permits Ok, Page, Failure, Count {}
            record Ok<V>(V value) implements Result<V> {}
            record Page<V>(V first) implements Result<List<V>> {}
            record Failure<V>(String reason) implements Result<V> {}
            record Count(int count) implements Result<Integer> {}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new Payments.Circle(1, 2) | {\"@type\":\"Circle\",\"R\":1,\"radius\":2}",
                "new Payments.Square() | {\"@type\":\"Square\",\"side\":2}",
                "new Payments.Named(\"n\", new Payments.Circle(1, 2)) |"
                        + " {\"@type\":\"Named\",\"inner\":{\"@type\":\"Circle\",\"R\":1,\"radius\":2},\"name\":\"n\"}",
                "Payments.Unit.POINT | {\"@type\":\"Unit\",\"@value\":\"POINT\"}",
                "Payments.Unit.PLANE | {\"@type\":\"Unit\",\"@value\":\"PLANE\"}",
            })
    void sealedInterface_isWrittenAsTheSubtypeWithItsName(String value, String json) {
        method(SHAPES + "@IdempotentCall String draw(Shape shape) { return \"\"; }")
                .with("--release")
                .with("17")
                .called(value)
                .writes("{\"shape\":" + json + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new Payments.Account() | {\"@type\":\"Account\",\"id\":\"a\"}",
                "new Payments.Savings() | {\"@type\":\"Savings\",\"id\":\"a\",\"rate\":1}",
                "new Payments.Pair() | {\"@type\":\"Pair\",\"id\":\"a\",\"other\":\"b\"}",
            })
    void sealedClass_isWrittenAsTheSubtypeOrItself(String value, String json) {
        method(ACCOUNTS + "@IdempotentCall String open(Account account) { return \"\"; }")
                .with("--release")
                .with("17")
                .called(value)
                .writes("{\"account\":" + json + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "List<String> | new Payments.Ok<>(List.of(\"a\")) | {\"@type\":\"Ok\",\"value\":[\"a\"]}",
                "List<String> | new Payments.Page<>(\"a\") | {\"@type\":\"Page\",\"first\":\"a\"}",
                "String | new Payments.Failure<String>(\"r\") | {\"@type\":\"Failure\",\"reason\":\"r\"}",
                "Integer | new Payments.Count(3) | {\"@type\":\"Count\",\"count\":3}",
            })
    void genericSealedType_givesItsArgumentsToItsSubtypes(String argument, String value, String json) {
        method(RESULTS + "@IdempotentCall String close(Result<%s> result) { return \"\"; }".formatted(argument))
                .with("--release")
                .with("17")
                .called(value)
                .writes("{\"result\":" + json + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int[], String | new Payments.Ints<String>(1) | {\"@type\":\"Ints\",\"first\":1}",
                "String[], String | new Payments.Row<>(\"a\") | {\"@type\":\"Row\",\"first\":\"a\"}",
                "Long, Long | new Payments.Same<>(2L) | {\"@type\":\"Same\",\"both\":2}",
            })
    void argumentsOfASealedType_areFoundInArraysAndInPairs(String arguments, String value, String json) {
        method("""
                        sealed interface Pair<A, B> permits Ints, Row, Same {}
                        record Ints<B>(int first) implements Pair<int[], B> {}
                        record Row<V>(V first) implements Pair<V[], V> {}
                        record Same<V>(V both) implements Pair<V, V> {}
                        @IdempotentCall String close(Pair<%s> pair) { return ""; }
                        """.formatted(arguments))
                .with("--release")
                .with("17")
                .called(value)
                .writes("{\"pair\":" + json + "}");
    }

    @Test
    void subtypeByItself_isWrittenWithoutItsName() {
        method(SHAPES + "@IdempotentCall String draw(Circle first, List<Shape> shapes) { return \"\"; }")
                .called("new Payments.Circle(1, 2), Arrays.asList(null, Payments.Unit.POINT)")
                .writes(
                        "{\"first\":{\"R\":1,\"radius\":2},\"shapes\":[null,{\"@type\":\"Unit\",\"@value\":\"POINT\"}]}");
    }

    @Test
    void enumByItself_isWrittenAsText() {
        method(SHAPES + "@IdempotentCall String draw(Unit unit) { return \"\"; }")
                .called("Payments.Unit.PLANE")
                .writes("{\"unit\":\"PLANE\"}");
    }

    @Test
    void nonSealedSubtype_isRejectedWithTheWayToIt() {
        method("""
                        sealed interface Pay permits Card, Other {}
                        record Card(String number) implements Pay {}
                        non-sealed interface Other extends Pay {}
                        @IdempotentCall String charge(List<Pay> pays) { return ""; }
                        """)
                .isRejected(
                        "UnstableKey",
                        "Key 'pays[](Other)' has type Other, which has no stable value: it is non-sealed, so a subclass"
                                + " can have state that nothing here shows. Make it final, a record or sealed.",
                        "charge(");
    }

    @Test
    void subtypeWithAnUnstableMember_isRejectedWithTheWayToIt() {
        method("""
                        sealed interface Pay permits Card {}
                        record Card(Object number) implements Pay {}
                        @IdempotentCall String charge(Pay pay) { return ""; }
                        """)
                .isRejected(
                        "UnstableKey",
                        "Key 'pay(Card).number' has type Object, which has no stable value: its shape is unknown at"
                                + " compile time. Use a concrete type, or give a concrete type argument.",
                        "charge(");
    }

    @Test
    void subtypeThatGeneratedCodeCannotSee_isRejected() {
        method("""
                        static abstract sealed class Pay permits Card {}
                        private static final class Card extends Pay { public int id; }
                        @IdempotentCall String charge(Pay pay) { return "" + new Card(); }
                        """)
                .isRejected(
                        "InvisibleType",
                        "'pay(Card)' has type Card, which the generated class in package 'shop' cannot see. Make it,"
                                + " and every type around it, public, or package-private in that package.",
                        "charge(");
    }

    @Test
    void subtypeWithAnArgumentThatNothingFixes_isRejected() {
        method("""
                        sealed interface Result<T> permits Ok {}
                        record Ok<T, U>(U value) implements Result<T> {}
                        @IdempotentCall String charge(Result<String> result) { return ""; }
                        """)
                .isRejected(
                        "UnstableKey",
                        "Key 'result(Ok)' has type Ok<String, U>, which has no stable value: its shape is unknown at"
                                + " compile time. Use a concrete type, or give a concrete type argument.",
                        "charge(");
    }

    @Test
    void twoSubtypesOfOneName_areRejected() {
        method("""
                        sealed interface Pay permits A.Card, Online {}
                        sealed interface Online extends Pay permits B.Card {}
                        static class A { record Card(String id) implements Pay {} }
                        static class B { record Card(String id) implements Online {} }
                        @IdempotentCall String charge(Pay pay) { return ""; }
                        """)
                .isRejected(
                        "DuplicateSubtype",
                        "Key 'pay' has type Pay with two subtypes named 'Card', shop.Payments.A.Card and"
                                + " shop.Payments.B.Card: values of both could have one text. Rename one of the two, or"
                                + " name it with @KeyName.",
                        "charge(");
    }

    @Test
    void subtypeThatIsNewerThanTheCode_isRefused() {
        CanonicalWriter out = new CanonicalWriter();
        assertThat(out.unknownSubtype("new"))
                .hasMessageThat()
                .isEqualTo("content: its class java.lang.String was unknown when the key's code was compiled");
    }
}
