package dev.idem.processor;

import static dev.idem.processor.MethodUnderTest.method;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which types cannot be in a key, and what the message says instead. */
final class UnstableKeyTest {

    private static final String TYPES = """
            record Item(String sku) {}
            interface Shape {}
            abstract static class Base { public String id; }
            @interface Entity {}
            @Entity static class Row { public long id; }
            class Inner { public long id; }
            record Grow<T>(T value, Grow<List<T>> next) {}
            record Wide<T>(T value, Wide<T[]> next) {}
            record User(String name) implements java.security.Principal { public String getName() { return name; } }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Object | its shape is unknown at compile time | Use a concrete type, or give a concrete type argument",
                "char[] | it is mutable text | Use String",
                "Shape | an implementation can have state that the interface does not show | Use a record or a"
                        + " sealed type, narrow the key with paths such as key = \"order.id\", or name an encoder with"
                        + " @KeyEncodedBy",
                "Base | a subclass can have state that the abstract class does not show | Use a record or a sealed"
                        + " type, narrow the key with paths such as key = \"order.id\", or name an encoder with"
                        + " @KeyEncodedBy",
                "Row | an entity's state depends on what was loaded | Key by its identifier with a path such as key ="
                        + " \"order.id\"",
                "Inner | an inner class has the state of its outer instance too | Make the class static",
                "StringBuilder | it is mutable or of unknown class | Use String",
                "CharSequence | it is mutable or of unknown class | Use String",
                "Number | its class, and so its precision, is unknown | Use a concrete number such as long",
                "Calendar | it is mutable and has several values in one | Use java.time.Instant or another java.time"
                        + " type",
                "URL | its equality asks the network | Use java.net.URI",
                "OffsetTime | no form is defined for this JDK type | Use String, or a record of the values that matter",
                "Random | it is state or a service, not a value | Annotate it @KeyIgnore",
                "Clock | it is state or a service, not a value | Annotate it @KeyIgnore",
                "Thread | it is state or a service, not a value | Annotate it @KeyIgnore",
                "Runnable | code has no value identity | Annotate it @KeyIgnore",
                "User | it is a context, of which one name is the value | Name the user with a path such as key ="
                        + " \"principal.name\", or annotate it @KeyIgnore if the answer is the same for everybody",
            })
    void type_isRejectedWithItsReasonAndRemedy(String type, String reason, String remedy) {
        rejects(type, "order", type, reason, remedy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.io.InputStream | InputStream | it is a position or a handle, not a value | Use byte[], or a digest"
                        + " of the content",
                "java.nio.file.Path | Path | it is a position or a handle, not a value | Use byte[], or a digest of the"
                        + " content",
                "java.nio.ByteBuffer | ByteBuffer | it is a position or a handle, not a value | Use byte[], or a digest"
                        + " of the content",
                "java.util.concurrent.CompletableFuture<String> | CompletableFuture<String> | it is not yet a value |"
                        + " Guard a method that takes the value itself",
                "java.util.concurrent.atomic.AtomicLong | AtomicLong | it is state or a service, not a value | Annotate"
                        + " it @KeyIgnore",
                "java.util.function.Supplier<String> | Supplier<String> | code has no value identity | Annotate it"
                        + " @KeyIgnore",
                "Class<String> | Class<String> | code has no value identity | Annotate it @KeyIgnore",
                "java.security.Principal | Principal | it is a context, of which one name is the value | Name the user"
                        + " with a path such as key = \"principal.name\", or annotate it @KeyIgnore if the answer is"
                        + " the same for everybody",
                "java.sql.Timestamp | Timestamp | it is mutable and has several values in one | Use java.time.Instant or"
                        + " another java.time type",
            })
    void typeOutsideJavaUtil_isRejectedWithItsReasonAndRemedy(String type, String shown, String reason, String remedy) {
        rejects(type, "order", shown, reason, remedy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Collection<String>", "ArrayList<String>", "Iterator<String>", "Deque<String>", "EnumSet<E>"})
    void collectionThatIsNotListOrSet_isRejected(String type) {
        rejects(
                type,
                "order",
                type,
                "its order is undefined, it is read only once, or it is one implementation of many",
                "Declare List, or Set where the order does not matter");
    }

    @Test
    void mapThatIsNotMap_isRejected() {
        rejects(
                "TreeMap<String, String>",
                "order",
                "TreeMap<String, String>",
                "only Map itself has a form that is the same for every implementation",
                "Declare Map");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Double", "Float", "Item", "List<String>", "BigDecimal", "Duration", "Object", "byte[]"})
    void mapKeyWithoutText_isRejected(String key) {
        String type = "Map<" + key + ", String>";
        rejects(
                type,
                "order",
                type,
                "its keys have no text that differs for different keys",
                "Use keys of type String, UUID, an enum, an integer type, boolean, char, or a date such as LocalDate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"List<?>", "Set<? extends Item>", "Map<String, ? super Item>", "Optional<?>"})
    void wildcard_isRejected(String type) {
        String shown = type.contains("extends") ? "? extends Item" : type.contains("super") ? "? super Item" : "?";
        rejects(
                type,
                type.startsWith("Optional") ? "order" : "order[]",
                shown,
                "its shape is unknown at compile time",
                "Use a concrete type, or give a concrete type argument");
    }

    @Test
    void rawType_isRejected() {
        method("@SuppressWarnings(\"rawtypes\") @IdempotentCall String charge(List order) { return \"\"; }")
                .isRejected(
                        "UnstableKey",
                        "Key 'order' has type List, which has no stable value: it is raw, so the type of its content is"
                                + " unknown. Give it type arguments.",
                        "charge(");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Id<T>", "Id<?>", "Id<List<T[]>>"})
    void typeWithAnOpenArgument_isRejectedEvenWhereItIsNotWritten(String type) {
        method("record Id<U>(String text) {}\n@IdempotentCall String charge(\n%s id) { return \"\"; }".formatted(type))
                .inside("class Payments<T>")
                .isRejected(
                        "UnstableKey",
                        "Key 'id' has type %s, which has no stable value: its shape is unknown at compile time. Use a"
                                        .formatted(type)
                                + " concrete type, or give a concrete type argument.",
                        type + " id");
    }

    @Test
    void classTypeVariable_isRejected() {
        method("@IdempotentCall String charge(T order) { return \"\"; }")
                .inside("class Payments<T>")
                .isRejected(
                        "UnstableKey",
                        "Key 'order' has type T, which has no stable value: its shape is unknown at compile time. Use a"
                                + " concrete type, or give a concrete type argument.",
                        "charge(");
    }

    @Test
    void optionalOfOptional_isRejected() {
        rejects(
                "Optional<Optional<String>>",
                "order",
                "Optional<Optional<String>>",
                "empty has two meanings in it",
                "Use a single Optional");
    }

    @ParameterizedTest
    @CsvSource({"Grow, List<, >", "Wide, '', []"})
    void typeThatExpandsForEver_isRejected(String type, String before, String behind) {
        method(TYPES + "@IdempotentCall String charge(\n %s<String> order) { return \"\"; }".formatted(type))
                .isRejected(
                        "UnstableKey",
                        ("Key 'order%s' has type %s<%sString%s>, which has no stable value: its type arguments grow"
                                        + " without end. Use a type that contains itself with the same type arguments.")
                                .formatted(".next".repeat(16), type, before.repeat(16), behind.repeat(16)),
                        "<String> order");
    }

    @Test
    void culpritInsideOtherTypes_isRejectedWithTheWayToIt() {
        method("""
                        record Line(String sku, java.io.InputStream body) {}
                        record Order(Map<String, List<Line>> lines) {}
                        @IdempotentCall String charge(int cents,
                            Order order) { return ""; }
                        """)
                .isRejected(
                        "UnstableKey",
                        "Key 'order.lines[][].body' has type InputStream, which has no stable value: it is a position"
                                + " or a handle, not a value. Use byte[], or a digest of the content.",
                        "Order order) {");
    }

    @Test
    void fieldThatNothingReads_isRejected() {
        method("""
                        static class Base { private long version; long next() { return version++; } }
                        static class Order extends Base { public String id; }
                        @IdempotentCall String charge(Order order) { return ""; }
                        """)
                .isRejected(
                        "HiddenState",
                        "Key 'order' has type Order with state that cannot be read: field 'version' of Base would be"
                                + " missing from the key, and different calls would share one. Add an accessor"
                                + " 'getVersion()', or annotate the field @KeyIgnore.",
                        "charge(");
    }

    @Test
    void twoFieldsOfOneName_areRejected() {
        method("""
                        static class Base { public long id; }
                        static class Order extends Base { public String id; }
                        @IdempotentCall String charge(Order order) { return ""; }
                        """)
                .isRejected(
                        "HiddenState",
                        "Key 'order' has type Order with state that cannot be read: field 'id' of Base would be missing"
                                + " from the key, and different calls would share one. Rename one of the two fields of"
                                + " that name.",
                        "charge(");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static class Order { public String getId() { return null; } }",
                "record Order() {}",
                "record Order(@KeyIgnore String id) {}",
                "static class Order { static int count; public transient int cache; }",
            })
    void typeOfWhichNothingIsWritten_isRejected(String type) {
        method(type + "\n@IdempotentCall String charge(List<Order> orders) { return \"\"; }")
                .isRejected(
                        "NoState",
                        "Key 'orders[]' has type Order, of which nothing can be written: every instance would have the"
                                + " same text. Use a type with readable properties, or annotate it @KeyIgnore.",
                        "charge(");
    }

    @Test
    void privateType_isRejectedOnce() {
        method("""
                        private record Order(String id) {}
                        @IdempotentCall String charge(Order order) { return order.id(); }
                        """)
                .isRejected(
                        "InvisibleType",
                        "'order' has type Order, which the generated class in package 'shop' cannot see. Make it, and"
                                + " every type around it, public, or package-private in that package.",
                        "charge(");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Map<Color, String>", "List<Color>", "Color[]", "Optional<Set<Color>>"})
    void privateTypeInsideAContainer_isRejected(String type) {
        MethodUnderTest charge = method("""
                private enum Color { RED }
                @IdempotentCall String charge(
                    %s color) { return "" + Color.RED; }
                """.formatted(type));
        String path = type.startsWith("Map") ? "color" : "color[]";
        charge.isRejected(
                "InvisibleType",
                "'%s' has type %s, which the generated class in package 'shop' cannot see. Make it, and every type"
                                .formatted(path, "Color")
                        + " around it, public, or package-private in that package.",
                " color) {");
    }

    @Test
    void typeWithProblems_isReportedOnceForAllMethods() {
        method("""
                        record Order(Object body) {}
                        @IdempotentCall String charge(Order first) { return ""; }
                        @IdempotentCall String debit(Order second, List<Order> more) { return ""; }
                        """)
                .isRejected(
                        "UnstableKey",
                        "Key 'first.body' has type Object, which has no stable value: its shape is unknown at compile"
                                + " time. Use a concrete type, or give a concrete type argument.",
                        "Order first");
    }

    private static void rejects(String type, String path, String shown, String reason, String remedy) {
        method(TYPES + "enum E { A }\n@IdempotentCall String charge(\n %s order) { return \"\"; }".formatted(type))
                .isRejected(
                        "UnstableKey",
                        "Key '%s' has type %s, which has no stable value: %s. %s."
                                .formatted(path, shown, reason, remedy),
                        type + " order)");
    }
}
