package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.MethodUnderTest.method;
import static dev.idem.processor.Sources.source;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which results can be stored, and how their type is told to the codec. */
final class ResultTest {

    private static final String TYPES = """
            enum Color { RED }
            interface Shape {}
            sealed interface Pay permits Card, Cash {}
            record Card(String number, Optional<String> brand, List<Card> linked) implements Pay {}
            @KeyName("cash") enum Cash implements Pay { COIN, NOTE { } }
            sealed interface Tree<T> permits Leaf, Fork {}
            record Leaf<T>(T value) implements Tree<T> {}
            record Fork<T>(Tree<T> left, Tree<T> right) implements Tree<T> {}
            sealed interface Deep permits Pays, Other {}
            sealed interface Pays extends Deep permits One {}
            record One(int n) implements Pays {}
            static sealed class Other implements Deep permits Last { public int n; }
            static final class Last extends Other { public int m; }
            sealed interface Open permits Wide {}
            static non-sealed class Wide implements Open { public int n; }
            sealed interface Odd permits Strange {}
            record Strange(Object any) implements Odd {}
            sealed interface Blank permits Named {}
            @KeyName(" ") record Named(int n) implements Blank {}
            sealed interface Same permits A.X, B.X {}
            static class A { record X(int a) implements Same {} }
            static class B { record X(int b) implements Same {} }
            record Page<T>(List<T> items, Page<T> next) {}
            record Tag<T>(String text) {}
            record Grow<T>(T value, Grow<List<T>> next) {}
            abstract static class Base { public String id; }
            class Inner { public long id; }
            static class Bean extends Base { private int n; int n() { return n; } private Bean() {} }
            static class Made { public int n; Made(int n) { this.n = n; } }
            static class Empty {}
            static class Fixed { public final int n = 0; }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void",
                "int",
                "Long",
                "char",
                "String",
                "Color",
                "BigDecimal",
                "BigInteger",
                "UUID",
                "URI",
                "Locale",
                "Currency",
                "ZoneId",
                "Instant",
                "OffsetDateTime",
                "OffsetTime",
                "Duration",
                "byte[]",
                "int[][]",
                "Color[]",
                "Card",
                "Card[]",
                "Bean",
                "List<String>",
                "Set<Color>",
                "Map<String, List<Card>>",
                "Map<Color, Card>",
                "Map<UUID, Long>",
                "Map<Integer, byte[]>",
                "Optional<Card>",
                "Optional<List<Card>>",
                "Page<Card>",
                "List<Page<Map<String, Card>>>",
                "Pay",
                "Pay[]",
                "Page<Pay>",
                "Optional<Pay>",
                "Map<Cash, Deep>",
                "Tree<Card>",
                "List<Tree<List<Pay>>>",
                "Other",
                "Tag<int[]>",
            })
    void storableResult_isAccepted(String type) {
        guarded(type).isAccepted();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "void | void",
                "int | int",
                "byte[] | byte[]",
                "Card[] | shop.Payments.Card[]",
                "List<Card> | java.util.List<shop.Payments.Card>",
                "Map<String, Page<Card>> |"
                        + " java.util.Map<java.lang.String, shop.Payments.Page<shop.Payments.Card>>",
            })
    void resultType_keepsItsArguments(String type, String expected) {
        assertThat(guarded(type).operation().resultType().toString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Object | it has a shape that is unknown at compile time. Return a concrete type with concrete type"
                        + " arguments",
                "Void | it has no value. Declare void",
                "Shape | it is an interface, and the record does not name the class behind it. Return a record or a"
                        + " class",
                "Open | its '(Wide)' of type Wide is non-sealed, and the record does not name the subclasses that it may"
                        + " have. Make it final, a record or sealed",
                "Odd | its '(Strange).any' of type Object has a shape that is unknown at compile time. Return a concrete"
                        + " type with concrete type arguments",
                "Blank | its '(Named)' of type Named has a @KeyName that gives it no name. Write a name with visible"
                        + " characters",
                "Same | it has two subtypes of one name, which the record could not tell apart. Name one of the two with"
                        + " @KeyName",
                "Tree<Object> | its '(Leaf).value' of type Object has a shape that is unknown at compile time. Return a"
                        + " concrete type with concrete type arguments",
                "Base | it is abstract, and the record does not name the class behind it. Return a record or a class",
                "Inner | it is an inner class and needs its outer instance. Make the class static",
                "Made | it has no constructor without parameters. Add one, which may be private, or use a record",
                "Empty | it has no fields. Return void, or a record of the values that matter",
                "Fixed | its 'n' of type int is final in a class, so that it cannot be filled in again. Use a record",
                "Throwable | it is a JDK type whose form is not defined. Return String, or a record of the values that"
                        + " matter",
                "List<?> | its '[]' of type ? has a shape that is unknown at compile time. Return a concrete type with"
                        + " concrete type arguments",
                "Optional<Optional<Card>> | it is an Optional inside another container. Leave the empty ones out, or use"
                        + " Optional only for a result or a member",
                "List<Optional<Card>> | its '[]' of type Optional<Card> is an Optional inside another container. Leave"
                        + " the empty ones out, or use Optional only for a result or a member",
                "ArrayList<String> | it is one of many kinds of collection, which the record does not name. Declare"
                        + " List, Set or Map",
                "Collection<String> | it is one of many kinds of collection, which the record does not name. Declare"
                        + " List, Set or Map",
                "HashMap<String, Card> | it is one of many kinds of collection, which the record does not name. Declare"
                        + " List, Set or Map",
                "Iterator<String> | it can be read only once. Return byte[], String or a List",
                "Map<Card, String> | it is a map whose keys do not become text and back. Use keys of type String, UUID,"
                        + " an enum or an integer",
                "List<String>[] | it is an array of a generic type. Return a List",
                "Base[] | its '[]' of type Base is abstract, and the record does not name the class behind it. Return a"
                        + " record or a class",
                "Map<String, Base> | its '[]' of type Base is abstract, and the record does not name the class behind it."
                        + " Return a record or a class",
                "Date | it is a JDK type whose form is not defined. Return String, or a record of the values that"
                        + " matter",
                "OptionalInt | it is a JDK type whose form is not defined. Return String, or a record of the values that"
                        + " matter",
                "Tag<?> | it has a shape that is unknown at compile time. Return a concrete type with concrete type"
                        + " arguments",
                "Page<Same> | its 'items[]' of type Same has two subtypes of one name, which the record could not tell"
                        + " apart. Name one of the two with @KeyName",
            })
    void resultThatCannotBeStored_isRejected(String type, String objection) {
        rejects(guarded(type), type, objection);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.io.InputStream | InputStream | it can be read only once. Return byte[], String or a List",
                "java.util.stream.Stream<String> | Stream<String> | it can be read only once. Return byte[], String or a"
                        + " List",
                "java.util.concurrent.Flow.Publisher<String> | Publisher<String> | it is not yet a value. Return the"
                        + " value itself, or declare CompletionStage, CompletableFuture, Mono or Flux",
                "java.util.concurrent.Callable<String> | Callable<String> | it is an answer that another thread gives"
                        + " later. Return the value itself, and let the caller make it asynchronous",
                "java.util.stream.IntStream | IntStream | it can be read only once. Return byte[], String or a List",
            })
    void resultThatIsNotAValue_isRejected(String type, String shown, String objection) {
        rejects(guarded(type), shown, objection);
    }

    @Test
    void rawResult_isRejected() {
        method("""
                        @SuppressWarnings("rawtypes")
                        @IdempotentCall
                        List charge(String id) { return null; }
                        """)
                .isRejected(
                        "UnstorableResult",
                        text("List", "it is raw, so the type of its content is unknown. Give it" + " type arguments"),
                        "@IdempotentCall");
    }

    @Test
    void resultThatExpandsForEver_isRejected() {
        method(TYPES + "@IdempotentCall\nGrow<String> charge(String id) { return null; }")
                .isRejected(
                        "UnstorableResult",
                        text(
                                "Grow<String>",
                                "its '%s' of type Grow<%s> has type arguments that grow without end. Use a type that contains itself with the same type arguments"
                                        .formatted(
                                                "next.".repeat(15) + "next",
                                                "List<".repeat(16) + "String" + ">".repeat(16))),
                        "@IdempotentCall");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record Receipt(String id, @com.fasterxml.jackson.annotation.JsonIgnore String secret) {}",
                "record Receipt(String id, @com.fasterxml.jackson.annotation.JsonProperty(access ="
                        + " com.fasterxml.jackson.annotation.JsonProperty.Access.WRITE_ONLY) String secret) {}",
                "class Receipt { private String secret; @com.fasterxml.jackson.annotation.JsonIgnore public String"
                        + " getSecret() { return secret; } }",
            })
    void memberLeftOutOfJson_isRejected(String receipt) {
        returning(receipt)
                .isRejected(
                        "UnstorableResult",
                        text(
                                "Receipt",
                                "its 'secret' of type String is left out of JSON by its annotation, so that it would be"
                                        + " lost. Return a type without it"),
                        "@dev.idem.IdempotentCall");
    }

    @Test
    void memberThatJsonOnlyGives_isAccepted() {
        returning("record Receipt(@com.fasterxml.jackson.annotation.JsonProperty(access ="
                        + " com.fasterxml.jackson.annotation.JsonProperty.Access.READ_ONLY) String id) {}")
                .isAccepted();
    }

    private static Sources returning(String receipt) {
        return source("shop.Payments", """
                        package shop;
                        class Payments {
                          @dev.idem.IdempotentCall
                          Receipt charge(String id) { return null; }
                        }
                        """)
                .and("shop.Receipt", "package shop; " + receipt)
                .and(
                        "com.fasterxml.jackson.annotation.JsonIgnore",
                        "package com.fasterxml.jackson.annotation; public @interface JsonIgnore {}")
                .and("com.fasterxml.jackson.annotation.JsonProperty", """
                        package com.fasterxml.jackson.annotation;
                        public @interface JsonProperty {
                          enum Access { AUTO, READ_ONLY, WRITE_ONLY }
                          Access access() default Access.AUTO;
                        }
                        """);
    }

    @Test
    void transientField_isRejected() {
        method("""
                        static class Receipt { public String id; public transient String cache; }
                        @IdempotentCall
                        Receipt charge(String id) { return null; }
                        """)
                .isRejected(
                        "UnstorableResult",
                        text(
                                "Receipt",
                                "its 'cache' of type String is transient, so that it would be lost. Return a type"
                                        + " without it"),
                        "@IdempotentCall");
    }

    @Test
    void privateResult_isRejected() {
        method("""
                        private record Receipt(String id) {}
                        @IdempotentCall
                        java.util.List<Receipt> charge(String id) { return List.of(new Receipt(id)); }
                        """)
                .isRejected(
                        "InvisibleType",
                        "'Payments.charge(String)' has type Receipt, which the generated class in package 'shop' cannot"
                                + " see. Make it, and every type around it, public, or package-private in that"
                                + " package.",
                        "@IdempotentCall");
    }

    @Test
    void classTypeVariable_isRejected() {
        method("@IdempotentCall\nT charge(String id) { return null; }")
                .inside("class Payments<T>")
                .isRejected(
                        "UnstorableResult",
                        text(
                                "T",
                                "it has a shape that is unknown at compile time. Return a concrete type with concrete"
                                        + " type arguments"),
                        "@IdempotentCall");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pay | {interface shop.Payments$Pay={Card=class shop.Payments$Card, cash=class shop.Payments$Cash}}",
                "Page<Pay> |"
                        + " {interface shop.Payments$Pay={Card=class shop.Payments$Card, cash=class shop.Payments$Cash}}",
                "Pay[] | {interface shop.Payments$Pay={Card=class shop.Payments$Card, cash=class shop.Payments$Cash}}",
                "Deep | {interface shop.Payments$Deep={Last=class shop.Payments$Last, One=class shop.Payments$One,"
                        + " Other=class shop.Payments$Other}}",
                "Other | {class shop.Payments$Other={Last=class shop.Payments$Last, Other=class shop.Payments$Other}}",
                "Tree<Card> | {interface shop.Payments$Tree={Fork=class shop.Payments$Fork,"
                        + " Leaf=class shop.Payments$Leaf}}",
                "Card | {}",
            })
    void resultType_namesTheSubtypesOfSealedTypes(String type, String expected) {
        Map<String, Map<String, Class<?>>> sorted = new TreeMap<>();
        guarded(type)
                .operation()
                .resultType()
                .subtypes()
                .forEach((sealedType, named) -> sorted.put(sealedType.toString(), new TreeMap<>(named)));
        assertThat(sorted.toString()).isEqualTo(expected);
    }

    @Test
    void sealedTypeWithAnInvisibleSubtype_isRejected() {
        method("""
                        sealed interface Pay permits Card {}
                        private record Card(String number) implements Pay {}
                        @IdempotentCall
                        java.util.List<Pay> charge(String id) { return List.of(new Card(id)); }
                        """)
                .isRejected(
                        "InvisibleType",
                        "'Payments.charge(String)' has type Card, which the generated class in package 'shop' cannot"
                                + " see. Make it, and every type around it, public, or package-private in that"
                                + " package.",
                        "@IdempotentCall");
    }

    @Test
    void exceptionWithASealedPart_namesItsSubtypes() {
        method(TYPES + """
                        static class Declined extends RuntimeException {
                          private static final long serialVersionUID = 1;
                          private final transient Pay pay;
                          Declined(Pay pay) { this.pay = pay; }
                          Pay getPay() { return pay; }
                        }
                        @IdempotentCall(replay = Declined.class)
                        void charge(String id) { throw new Declined(Cash.COIN); }
                        """).isAccepted();
    }

    private static MethodUnderTest guarded(String type) {
        String body = type.equals("void") ? "" : "throw new IllegalStateException();";
        return method(TYPES + "@IdempotentCall\n%s charge(String id) { %s }".formatted(type, body));
    }

    private static void rejects(MethodUnderTest method, String type, String objection) {
        method.isRejected("UnstorableResult", text(type, objection), "@IdempotentCall");
    }

    private static String text(String type, String objection) {
        return "@IdempotentCall method Payments.charge(String) returns %s, which cannot be stored and replayed: %s."
                .formatted(type, objection);
    }
}
