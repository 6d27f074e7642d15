package dev.idem.processor;

import static dev.idem.processor.MethodUnderTest.method;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be in a key but seldom should, and how users say that it should. */
final class KeyWarningsTest {

    private static final String FLOATING = "Key '%s' has type %s: two computations of one number can differ in its last"
            + " digit, and then a repeat gets another key and runs again. Use BigDecimal, or a whole number of the"
            + " smallest unit; or annotate it @KeyIgnore.";

    private static final String VOLATILE =
            "Key '%s' of type %s looks as if it had another value on each call: then a repeat gets another key and runs"
                    + " again. Annotate it @KeyIgnore, or name with key what stays the same.";

    /** {@code amount} has the annotation on its getter only, {@code rate} on its field. */
    private static final String ENCODED = """
            @IdempotentCall%s %s { return 1; }
            static final class Order {
              private double amount;
              @KeyEncodedBy(Rounded.class) private double rate;
              private Line line;
              @KeyEncodedBy(Rounded.class) public double getAmount() { return amount; }
              public double getRate() { return rate; }
              @KeyEncodedBy(Rounded.class) public Line getLine() { return line; }
            }
            record Line(Instant at) {}
            @KeyEncodedBy(Rounded.class) record Price(double value) {}
            static class Rounded implements KeyEncoder<Object> {
              @Override public void encode(Object value, CanonicalWriter out) { out.value(value.toString()); }
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "double, value, double",
        "Float, value, Float",
        "OptionalDouble, value, OptionalDouble",
        "float[][], value[][], float",
        "'List<Optional<Double>>', value[], Double",
        "'Map<String, Double>', value[], Double"
    })
    void floatingPoint_isWarnedOf(String type, String path, String culprit) {
        method("""
                @IdempotentCall
                int charge(
                    %s value) { return 1; }
                """.formatted(type)).isWarnedOf("FloatingPointKey", FLOATING.formatted(path, culprit), " value)");
    }

    @Test
    void floatingPointInAComponent_isWarnedOfAtTheParameter() {
        method("""
                @IdempotentCall
                int charge(
                    List<Order> orders) { return 1; }
                record Order(String id, Line line) {}
                record Line(double amount, List<Line> more) {}
                """)
                .isWarnedOf(
                        "FloatingPointKey", FLOATING.formatted("orders[].line.amount", "double"), "List<Order> orders");
    }

    @Test
    void floatingPointInTheWholeContent_isWarnedOf() {
        method("""
                @IdempotentCall
                int charge(
                    @KeyContent Order order) { return 1; }
                record Order(String id, double amount) {}
                """)
                .isWarnedOf(
                        "FloatingPointKey", FLOATING.formatted("order.amount", "double"), "@KeyContent Order order");
    }

    @Test
    void floatingPointInASubtypeOfASealedType_isWarnedOf() {
        method("""
                @IdempotentCall
                int charge(
                    Pay pay) { return 1; }
                sealed interface Pay permits Card, Cash {}
                record Card(String number) implements Pay {}
                record Cash(double amount) implements Pay {}
                """).isWarnedOf("FloatingPointKey", FLOATING.formatted("pay.amount", "double"), "Pay pay)");
    }

    @Test
    void floatingPointAtTheEndOfAPath_isWarnedOfAtThePath() {
        method("""
                @IdempotentCall(
                    key = {
                        "order.id",
                        "order.amount"})
                int charge(Order order) { return 1; }
                record Order(String id, double amount) {}
                """).isWarnedOf("FloatingPointKey", FLOATING.formatted("order.amount", "double"), "\"order.amount\"})");
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "timestamp", "requestTime", "nonce", "traceId", "requestId", "parentTraceId"})
    void volatileName_isWarnedOf(String name) {
        method("""
                @IdempotentCall
                int charge(String id,
                    String %s) { return 1; }
                """.formatted(name)).isWarnedOf("VolatileKey", VOLATILE.formatted(name, "String"), "String " + name);
    }

    @Test
    void anyInstant_isWarnedOf() {
        method("""
                @IdempotentCall
                int charge(String id,
                    Optional<Instant> due) { return 1; }
                """).isWarnedOf("VolatileKey", VOLATILE.formatted("due", "Instant"), " due)");
    }

    @Test
    void inheritedVolatileField_isWarnedOf() {
        method("""
                @IdempotentCall(operation = "a")
                int charge(
                    Order order) { return 1; }
                static class Base { private String nonce; public String getNonce() { return nonce; } }
                static final class Order extends Base { public int id; }
                """).isWarnedOf("VolatileKey", VOLATILE.formatted("order.nonce", "String"), "Order order)");
    }

    @Test
    void volatileNameChosenByAPath_isNotWarnedOf() {
        method("""
                @IdempotentCall(key = {"requestId", "order.at"})
                int charge(String requestId, Order order) { return 1; }
                record Order(String id, Instant at) {}
                """).isAccepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"known", "tokens", "tokenCount", "secretary", "snow"})
    void otherNames_areNotWarnedOf(String name) {
        method("@IdempotentCall int charge(String %s) { return 1; }".formatted(name))
                .isAccepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Locale", "ZoneId"})
    void localeParameter_isWarnedOf(String type) {
        method("""
                @IdempotentCall
                int charge(String id,
                    %s where) { return 1; }
                """.formatted(type)).isWarnedOf("LocaleKey", locale("where", type), " where)");
    }

    @Test
    void localeComponent_isNotWarnedOf() {
        method("""
                @IdempotentCall
                int charge(Order order) { return 1; }
                record Order(String id, Locale language) {}
                """).isAccepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "token", "secret", "clientSecret", "TOKEN"})
    void secretName_isWarnedOf(String name) {
        method("""
                @IdempotentCall
                int charge(String id,
                    String %s) { return 1; }
                """.formatted(name)).isWarnedOf("SecretKey", secret(name), "String " + name);
    }

    @Test
    void whatIsIgnoredOrTransient_isNotWarnedOf() {
        method("""
                @IdempotentCall
                int charge(Order order, @KeyIgnore double rate, @KeyIgnore Locale locale) { return 1; }
                static final class Order {
                  public String id;
                  public transient double rate;
                  @KeyIgnore public Instant at;
                  @KeyIgnore private String password;
                }
                """).isAccepted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int charge(Order order)",
                "int charge(@KeyEncodedBy(Rounded.class) Object amount, @KeyEncodedBy(Rounded.class) double rate)",
                "int charge(Price price, List<Price> prices)"
            })
    void whatAnEncoderWrites_isNotWarnedOf(String signature) {
        method(ENCODED.formatted("", signature)).isAccepted();
    }

    @Test
    void whatAnEncoderWritesAtTheEndOfAPath_isNotWarnedOf() {
        method(ENCODED.formatted("(key = {\"order.amount\", \"order.rate\"})", "int charge(Order order)"))
                .isAccepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"component", "type", "outer"})
    void warningAcceptedWhereTheValueIsDeclared_isSilent(String place) {
        String accepted = "@SuppressWarnings({\"unused\", \"idem:FloatingPointKey\"})";
        method("""
                @IdempotentCall int charge(Outer.Order order) { return 1; }
                %s
                static class Outer {
                  %s
                  record Order(String id, %s double amount) {}
                }
                """.formatted(
                                place.equals("outer") ? accepted : "",
                                place.equals("type") ? accepted : "",
                                place.equals("component") ? accepted : ""))
                .isAccepted();
    }

    @Test
    void warningAcceptedWhereTheEndOfAPathIsDeclared_isSilent() {
        method("""
                @IdempotentCall(key = {"order.id", "order.amount"}) int charge(Order order) { return 1; }
                record Order(String id, @SuppressWarnings("idem:FloatingPointKey") double amount) {}
                """).isAccepted();
    }

    @Test
    void warningAcceptedAtAnotherField_isReported() {
        method("""
                @IdempotentCall(
                    key = "order.amount")
                int charge(Order order) { return 1; }
                record Order(@SuppressWarnings("idem:FloatingPointKey") double rate, double amount) {}
                """)
                .isWarnedOf("FloatingPointKey", FLOATING.formatted("order.amount", "double"), "key = \"order.amount\"");
    }

    @Test
    void warningAcceptedAtTheParameter_isSilentForAllItHolds() {
        method("""
                @IdempotentCall int charge(@SuppressWarnings("idem:FloatingPointKey") Order order) { return 1; }
                record Order(String id, double amount) {}
                """).isAccepted();
    }

    @Test
    void warningAcceptedAtTheMethod_isSilentForAPathToo() {
        method("""
                @SuppressWarnings("idem:FloatingPointKey")
                @IdempotentCall(key = "order.amount") int charge(Order order) { return 1; }
                record Order(String id, double amount) {}
                """).isAccepted();
    }

    @Test
    void warningAcceptedForAnotherCode_isReported() {
        method("""
                @SuppressWarnings("idem:VolatileKey") @IdempotentCall
                int charge(
                    double amount) { return 1; }
                """).isWarnedOf("FloatingPointKey", FLOATING.formatted("amount", "double"), "double amount");
    }

    @Test
    void warning_isReportedOncePerPartAndForEachMethod() {
        com.google.testing.compile.CompilationSubject.assertThat(method("""
                @IdempotentCall int charge(Order order, Order other) { return 1; }
                @IdempotentCall int refund(Order order) { return 1; }
                record Order(double amount, Line one, Line two) {}
                record Line(double price) {}
                """).compile())
                .hadWarningCount(6);
    }

    private static String locale(String path, String type) {
        return ("Key '%s' has type %s, which often comes from the surroundings of a call: a repeat from other"
                        + " surroundings gets another key and runs again. Annotate it @KeyIgnore if the result is the same"
                        + " without it.")
                .formatted(path, type);
    }

    private static String secret(String path) {
        return ("Key '%s' looks like a secret: its hash is stored and shown as part of the key, where a weak secret can be"
                        + " guessed, and a renewed one makes a repeat run again. Annotate it @KeyIgnore, or name with key"
                        + " whom it stands for.")
                .formatted(path);
    }
}
