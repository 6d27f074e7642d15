package dev.idem.processor;

import static dev.idem.processor.MethodUnderTest.method;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in the key can be pinned, apart from those in Java. */
final class KeyNameTest {

    @Test
    void namesOnEachKindOfMember_standInTheKeyInTheirOrder() {
        method("""
                        static class Order {
                          @KeyName("z_field") private final int field = 1;
                          private final int getter = 2;
                          @KeyName("\\u00e9\\"") public final int open = 3;
                          int getField() { return field; }
                          @KeyName("A") int getGetter() { return getter; }
                        }
                        record Request(@KeyName("max_tokens") int maxTokens, int model) {}
                        @IdempotentCall String charge(@KeyName("b") Order order, Request a) { return ""; }
                        """)
                .called("new Payments.Order(), new Payments.Request(4, 5)")
                .writes("{\"a\":{\"max_tokens\":4,\"model\":5},\"b\":{\"A\":2,\"z_field\":1,\"\u00e9\\\"\":3}}");
    }

    /** Each name is a constant of the generated class. */
    @Test
    void namesThatMakeOneIdentifier_standInTheKeyEach() {
        method("""
                        record Names(@KeyName("a.b") int dot, @KeyName("a_b") int line, @KeyName("aB") Integer words,
                            @KeyName("1") int digit, @KeyName("\\u00e9") int accent, @KeyName("\\u20ac\\"") int sign) {}
                        @IdempotentCall String charge(Names names) { return ""; }
                        """)
                .called("new Payments.Names(1, 2, 3, 4, 5, 6)")
                .writes("{\"names\":{\"1\":4,\"a.b\":1,\"aB\":3,\"a_b\":2,\"\u00e9\":5,\"\u20ac\\\"\":6}}");
    }

    /** The constants of names differ from those of operations and encoders, and from local variables. */
    @Test
    void namesLikeOtherNamesOfTheGeneratedClass_standInTheKeyEach() {
        method("""
                        static class NAME_CODE implements dev.idem.key.KeyEncoder<Long> {
                          public void encode(Long value, dev.idem.key.CanonicalWriter out) { out.value(-value); }
                        }
                        record Order(Integer NAME_ID, int id, @KeyEncodedBy(NAME_CODE.class) long code) {}
                        @IdempotentCall(key = {"order", "NAME_TOTAL", "total"})
                        String nameOrder(Order order, int NAME_TOTAL, int total) { return ""; }
                        """)
                .called("new Payments.Order(1, 2, 3), 4, 5")
                .writes("{\"NAME_TOTAL\":4,\"order\":{\"NAME_ID\":1,\"code\":-3,\"id\":2},\"total\":5}");
    }

    @Test
    void nameAsLongAsAConstantCanBe_standsInTheKey() {
        String name = "x".repeat(65_532);
        method("@IdempotentCall String charge(@KeyName(\"%s\") int a, @KeyName(\"%sy\") int b) { return \"\"; }"
                        .formatted(name, name))
                .called("1, 2")
                .writes("{\"%s\":1,\"%sy\":2}".formatted(name, name));
    }

    @Test
    void nameOnASubtype_isItsType() {
        method("""
                        sealed interface Pay permits A.Card, B.Card, Cash {}
                        static class A { @KeyName("bank_card") record Card(String id) implements Pay {} }
                        static class B { record Card(String id) implements Pay {} }
                        @KeyName("CASH") enum Cash implements Pay { EUR }
                        @IdempotentCall String charge(List<Pay> pays) { return ""; }
                        """)
                .called("List.of(new Payments.A.Card(\"a\"), new Payments.B.Card(\"b\"), Payments.Cash.EUR)")
                .writes("{\"pays\":[{\"@type\":\"bank_card\",\"id\":\"a\"},{\"@type\":\"Card\",\"id\":\"b\"},"
                        + "{\"@type\":\"CASH\",\"@value\":\"EUR\"}]}");
    }

    @Test
    void nearestName_decides() {
        method("""
                        static class Base { @KeyName("far") private int id = 1; public int getId() { return id; } }
                        static class Order extends Base { @Override @KeyName("near") public int getId() { return 2; } }
                        @IdempotentCall String charge(Order order) { return ""; }
                        """).called("new Payments.Order()").writes("{\"order\":{\"near\":2}}");
    }

    @Test
    void path_keepsItsText() {
        method("""
                        record Request(@KeyName("max_tokens") int maxTokens) {}
                        @IdempotentCall(key = {"request.maxTokens", "id"})
                        String charge(Request request, @KeyName("ID") int id) { return ""; }
                        """).called("new Payments.Request(4), 5").writes("{\"id\":5,\"request.maxTokens\":4}");
    }

    @Test
    void twoParametersOfOneName_areRejected() {
        method("""
                        @IdempotentCall String charge(String id,
                            @KeyName("id") String orderId) { return id; }
                        """)
                .isRejected(
                        "DuplicateName",
                        "@IdempotentCall method Payments.charge(String, String) has two members named 'id' in its key,"
                                + " 'id' and 'orderId': one of the two would hide the other. Give each a name of its own"
                                + " with @KeyName.",
                        "@KeyName");
    }

    @Test
    void nameOfAnIgnoredParameter_isFree() {
        method("@IdempotentCall String charge(@KeyIgnore String id, @KeyName(\"id\") String orderId) { return id; }")
                .isAccepted();
    }

    @Test
    void twoMembersOfOneName_areRejected() {
        method("""
                        record Order(String id, @KeyName("id") String orderId) {}
                        @IdempotentCall String charge(List<Order> orders) { return ""; }
                        """)
                .isRejected(
                        "DuplicateName",
                        "Key 'orders[]' has type Order, which has two members named 'id' in its key, 'id' and"
                                + " 'orderId': one of the two would hide the other. Give each a name of its own with"
                                + " @KeyName.",
                        "charge(");
    }

    @Test
    void memberNamedLikeTheTypeOfASubtype_isRejected() {
        method("""
                        sealed interface Pay permits Card {}
                        record Card(@KeyName("@type") String kind) implements Pay {}
                        @IdempotentCall String charge(Pay pay) { return ""; }
                        """)
                .isRejected(
                        "DuplicateName",
                        "Key 'pay(Card)' has type Card, which has two members named '@type' in its key, 'the name of the"
                                + " type' and 'kind': one of the two would hide the other. Give each a name of its own"
                                + " with @KeyName.",
                        "charge(");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\t", "\\ud83d", "\\ude00a", "\\ud800", "\\udfff"})
    void nameThatIsNone_isRejected(String name) {
        method("@IdempotentCall String charge(\n @KeyName(\"%s\") String id) { return id; }".formatted(name))
                .isRejected(
                        "BadName",
                        "@KeyName on 'id' gives it no name: a name has visible characters, and no half of a surrogate"
                                + " pair. Write the name to use in keys, e.g. @KeyName(\"id\").",
                        "@KeyName");
    }

    @Test
    void blankNameOfAMember_isRejectedAtTheKeyThatMeetsIt() {
        method("""
                        record Order(@KeyName("") String orderId) {}
                        @IdempotentCall String charge(Order order) { return ""; }
                        """)
                .isRejected(
                        "BadName",
                        "@KeyName on 'orderId' gives it no name: a name has visible characters, and no half of a"
                                + " surrogate pair. Write the name to use in keys, e.g. @KeyName(\"orderId\").",
                        "charge(");
    }

    @Test
    void nameFromAConstantOfALaterRound_isWaitedFor() {
        Sources.source("shop.Payments", """
                        package shop;
                        class Payments {
                          @dev.idem.IdempotentCall
                          String charge(@dev.idem.KeyName(Missing.NAME) String id) { return id; }
                        }
                        """)
                .before(new GeneratingProcessor(
                        "shop.Missing", "package shop; class Missing { static final String NAME = \"n\"; }"))
                .isAccepted();
    }
}
