package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.MethodUnderTest.method;
import static dev.idem.processor.Sources.source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which results can be stored, and how their type is told to the codec. */
final class ResultTest {

    private static final String TYPES = """
            enum Color { RED }
            interface Shape {}
            sealed interface Pay permits Card {}
            record Card(String number, Optional<String> brand, List<Card> linked) implements Pay {}
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
                "Pay | it is sealed, and the record does not name the subtype yet. Return a record or a class",
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
                "Date | it is a JDK type whose form is not defined. Return String, or a record of the values that"
                        + " matter",
                "OptionalInt | it is a JDK type whose form is not defined. Return String, or a record of the values that"
                        + " matter",
                "Tag<?> | it has a shape that is unknown at compile time. Return a concrete type with concrete type"
                        + " arguments",
                "Page<Pay> | its 'items[]' of type Pay is sealed, and the record does not name the subtype yet. Return a"
                        + " record or a class",
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
        source("shop.Payments", """
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
                          enum Access { AUTO, WRITE_ONLY }
                          Access access() default Access.AUTO;
                        }
                        """)
                .isRejected(
                        "UnstorableResult",
                        text(
                                "Receipt",
                                "its 'secret' of type String is left out of JSON by its annotation, so that it would be"
                                        + " lost. Return a type without it"),
                        "@dev.idem.IdempotentCall");
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
