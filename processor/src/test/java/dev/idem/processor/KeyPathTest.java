package dev.idem.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.idem.processor.MethodUnderTest.method;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code key} can name, and what becomes of it. */
final class KeyPathTest {

    private static final String BEAN = """
            static class Bean {
              public String field = "f";
              private String url = "u";
              public String getURL() { return url; }
              public boolean isOpen() { return true; }
              public int count() { return 3; }
              String getNear() { return "n"; }
              String hidden() { return "h"; }
              public String getThrowing() throws java.io.IOException { return "t"; }
              public <T> T generic() { return null; }
              public void nothing() {}
              private String getSecret() { return url; }
              public static String getShared() { return "s"; }
              String use() { return getSecret(); }
            }
            """;

    @ParameterizedTest
    @CsvSource({"field, '\"f\"'", "URL, '\"u\"'", "open, true", "count, 3", "near, '\"n\"'"})
    void step_isReadThroughEachKindOfAccessor(String property, String json) {
        method(BEAN
                        + "@IdempotentCall(key = \"bean.%s\") String charge(Bean bean) { return \"\"; }"
                                .formatted(property))
                .called("new Payments.Bean()")
                .writes("{\"bean.%s\":%s}".formatted(property, json));
    }

    @ParameterizedTest
    @CsvSource({"order.id, id", "order.name, getName", "bean.title, getTitle"})
    void getter_isReadRatherThanAMethodOfThatNameUnlessItIsAComponent(String path, String read) {
        method("""
                        record Order(String id) {
                          public String id() { return "id"; }
                          public String getId() { return "getId"; }
                          public String name() { return "name"; }
                          public String getName() { return "getName"; }
                        }
                        static class Bean {
                          private final String title = "title";
                          public String title() { return title; }
                          public String getTitle() { return "getTitle"; }
                        }
                        @IdempotentCall(key = "%s")
                        String charge(Order order, Bean bean) { return ""; }
                        """.formatted(path))
                .called("new Payments.Order(null), new Payments.Bean()")
                .writes("{\"%s\":\"%s\"}".formatted(path, read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "throwing", "generic", "nothing", "secret", "shared", "class", "hashCode", "url"})
    void memberThatIsNoProperty_isRejected(String property) {
        String getter = "get" + property.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + property.substring(1);
        method(BEAN + """
                        @IdempotentCall(
                            key = "bean.%s")
                        String charge(Bean bean) { return ""; }
                        """.formatted(property))
                .isRejected(
                        "UnknownProperty",
                        ("key 'bean.%s' cannot be read: Bean has no accessible '%s', '%s()' or '%s()' without parameters"
                                        + " and checked exceptions. Properties are: URL, field, near, open.")
                                .formatted(property, property, property, getter),
                        "key = ");
    }

    @Test
    void paths_areTheNamesInTheContentAndNullsAreAbsent() {
        method("""
                        record Customer(String id, Optional<String> mail) {}
                        record Order(Customer customer, Customer payer) {}
                        @IdempotentCall(key = {"order.payer.id", "order.customer.id", "order.customer.mail", "cents"})
                        String charge(Order order, int cents, String note) { return note; }
                        """)
                .called("new Payments.Order(new Payments.Customer(\"c\", Optional.empty()), null), 5, \"n\"")
                .writes("{\"cents\":5,\"order.customer.id\":\"c\"}");
    }

    @Test
    void pathThroughTypeArguments_isResolved() {
        method("""
                        record Box<T>(T content) {}
                        record Item(String sku) {}
                        @IdempotentCall(key = "box.content.content.sku")
                        String charge(Box<Box<Item>> box) { return ""; }
                        """)
                .called("new Payments.Box<>(new Payments.Box<>(new Payments.Item(\"s\")))")
                .writes("{\"box.content.content.sku\":\"s\"}");
    }

    @Test
    void pathThroughAnInterface_isRead() {
        method("""
                        interface Named { String name(); }
                        interface Request extends Named { Named user(); }
                        record User(String name) implements Named {}
                        record Get(String name, User user) implements Request {}
                        @IdempotentCall(key = {"request.user.name", "request.name"})
                        String charge(Request request) { return ""; }
                        """)
                .called("new Payments.Get(\"g\", new Payments.User(\"u\"))")
                .writes("{\"request.name\":\"g\",\"request.user.name\":\"u\"}");
    }

    @Test
    void classTypeVariable_isReadByItsBound() {
        method("@IdempotentCall(key = \"order.id\") String charge(T order) { return \"\"; }")
                .inside("record Order(String id) {}\n class Payments<T extends Order>")
                .called("new Order(\"A\")")
                .writes("{\"order.id\":\"A\"}");
    }

    @Test
    void unknownParameter_isRejectedWithTheNearestName() {
        method("@IdempotentCall(key = \"ordr.id\") String charge(Duration order, int cents) { return \"\"; }")
                .isRejected(
                        "UnknownParameter",
                        "key 'ordr.id' names no parameter of Payments.charge(Duration, int). Did you mean 'order.id'?"
                                + " Parameters are: order, cents.",
                        "key = ");
    }

    @Test
    void unknownParameter_isRejectedWithoutGuessWhenNothingIsNear() {
        method("@IdempotentCall(unless = \"dry\") String charge(String id) { return id; }")
                .isRejected(
                        "UnknownParameter",
                        "unless 'dry' names no parameter of Payments.charge(String). Parameters are: id.",
                        "unless = ");
    }

    @Test
    void pathThroughATypeThatGeneratedCodeCannotSee_isRejected() {
        method("""
                        private record Hidden(String id) {}
                        record Order(Hidden hidden) {}
                        @IdempotentCall(key = "order.hidden.id") String charge(Order order) {
                          return order.hidden().id();
                        }
                        """)
                .isRejected(
                        "InvisibleType",
                        "'order.hidden' has type Hidden, which the generated class in package 'shop' cannot see. Make"
                                + " it, and every type around it, public, or package-private in that package.",
                        "key = ");
    }

    @Test
    void getterOfANameOfOneLetter_isRead() {
        method("""
                        static class Point { private final int x = 1; public int getX() { return x; } }
                        @IdempotentCall(key = "point.x") String draw(Point point) { return ""; }
                        """).called("new Payments.Point()").writes("{\"point.x\":1}");
    }

    @Test
    void ignoredParameterThatGeneratedCodeCannotSee_isRejected() {
        method("""
                        private record Hidden(String id) {}
                        @IdempotentCall
                        String charge(String id,
                            @KeyIgnore Hidden[] more) { return more[0].id(); }
                        """)
                .isRejected(
                        "InvisibleType",
                        "'more[]' has type Hidden, which the generated class in package 'shop' cannot see. Make it, and"
                                + " every type around it, public, or package-private in that package.",
                        "@KeyIgnore Hidden[] more");
    }

    @Test
    void nameOfOneLetter_isNotNearAnother() {
        method("@IdempotentCall(key = \"b\") String charge(String a) { return a; }")
                .isRejected(
                        "UnknownParameter",
                        "key 'b' names no parameter of Payments.charge(String). Parameters are: a.",
                        "key = ");
    }

    @Test
    void unknownProperty_isRejectedWithTheNearestPath() {
        method("""
                        record Order(String id, int cents) {}
                        @IdempotentCall(key = {"order.id",
                            "order.cent"})
                        String charge(Order order) { return ""; }
                        """)
                .isRejected(
                        "UnknownProperty",
                        "key 'order.cent' cannot be read: Order has no accessible 'cent', 'cent()' or 'getCent()'"
                                + " without parameters and checked exceptions. Did you mean 'order.cents'? Properties"
                                + " are: cents, id.",
                        "\"order.cent\"");
    }

    @Test
    void unknownQuestion_isRejectedWithThePublicMethodsThatAnswerYesOrNo() {
        method("""
                        static class Request {
                          public boolean creative() { return true; }
                          public Boolean draft() { return true; }
                          boolean hidden() { return true; }
                          public boolean matches(String text) { return true; }
                          public String title() { return ""; }
                        }
                        @IdempotentCall(unless = "request.creativ")
                        String charge(@KeyIgnore Request request, int id) { return ""; }
                        """)
                .isRejected(
                        "UnknownProperty",
                        "unless 'request.creativ' cannot be read: Request has no accessible 'creativ', 'creativ()' or"
                                + " 'getCreativ()' without parameters and checked exceptions. Did you mean"
                                + " 'request.creative'? Properties are: creative, draft.",
                        "unless = ");
    }

    @Test
    void stepAfterAValueWithoutProperties_isRejected() {
        method("@IdempotentCall(key = \"ids.length\") String charge(String[] ids) { return \"\"; }")
                .isRejected(
                        "UnknownProperty",
                        "key 'ids.length' cannot be read: String[] has no accessible 'length', 'length()' or"
                                + " 'getLength()' without parameters and checked exceptions. It has no readable"
                                + " properties.",
                        "key = ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order..id", "order.", ".id", "order.id()", "order[0]", " order", "a b"})
    void textThatIsNoPath_isRejected(String path) {
        method("@IdempotentCall(key = \"%s\") String charge(String order) { return \"\"; }".formatted(path))
                .isRejected(
                        "BadPath",
                        ("key '%s' on Payments.charge(String) is not a property path. Write names joined by dots, e.g."
                                        + " key = \"order.id\".")
                                .formatted(path),
                        "key = ");
    }

    @Test
    void pathNamedTwice_isRejected() {
        method("@IdempotentCall(key = {\"id\", \"id\"}) String charge(String id) { return id; }")
                .isRejected(
                        "DuplicatePath",
                        "key 'id' is named twice on Payments.charge(String): a path adds to the key once. Remove one of"
                                + " the two.",
                        "key = ");
    }

    @Test
    void unknownPathNamedTwice_isReportedAsUnknownOnce() {
        Compilation compilation = method("""
                        @IdempotentCall(key = {"ordr", "ordr"})
                        String charge(String order) { return order; }
                        """).compile();
        assertThat(compilation).hadErrorCount(2);
        assertThat(compilation).hadErrorContaining("[UnknownParameter]");
        assertThat(compilation).hadErrorContaining("[DuplicatePath]");
    }

    @ParameterizedTest
    @CsvSource({"order.at, order.at", "order.at.nano, order.at", "now, now"})
    void pathThroughAnIgnoredMember_isRejected(String path, String ignored) {
        method("""
                        record Order(String id, @KeyIgnore Instant at) {}
                        @IdempotentCall(key = "%s") String charge(Order order, @KeyIgnore Instant now) { return ""; }
                        """.formatted(path))
                .isRejected(
                        "IgnoredPath",
                        ("key '%s' on Payments.charge(Order, Instant) leads through '%s', which is annotated"
                                        + " @KeyIgnore: it cannot be part of the key and left out of it. Remove the"
                                        + " path or the annotation.")
                                .formatted(path, ignored),
                        "key = ");
    }

    @Test
    void methodWithoutParameters_isRejected() {
        method("@IdempotentCall String charge() { return \"\"; }")
                .isRejected(
                        "NoKey",
                        "@IdempotentCall method Payments.charge() has no key: it has no parameters, so repeats could"
                                + " not be told from new calls. Add a parameter that tells them apart.",
                        "@IdempotentCall");
    }

    @Test
    void methodWithOnlyIgnoredParameters_isRejected() {
        method("@IdempotentCall String charge(@KeyIgnore Instant now) { return \"\"; }")
                .isRejected(
                        "NoKey",
                        "@IdempotentCall method Payments.charge(Instant) has no key: all its parameters are annotated"
                                + " @KeyIgnore, so repeats could not be told from new calls. Remove @KeyIgnore from"
                                + " those that tell them apart.",
                        "@IdempotentCall");
    }
}
