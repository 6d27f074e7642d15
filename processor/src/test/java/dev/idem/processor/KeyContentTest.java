package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.MethodUnderTest.method;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The value of one parameter can be the whole content. */
final class KeyContentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "String | \"{ \\\"b\\\": 1 }\" | '{ \"b\": 1 }'",
                "String | \"\" | ''",
                "String | null | ''",
                "byte[] | new byte[] {123, 10} | '{\n'",
                "Order | new Payments.Order(\"A\", 5) | {\"cents\":5,\"id\":\"A\"}",
                "Box<Integer> | new Payments.Box<>(5) | {\"content\":5}",
            })
    void value_isTheWholeContent(String type, String argument, String content) {
        method("""
                        record Order(String id, int cents) {}
                        record Box<T>(T content) {}
                        @IdempotentCall
                        String charge(@KeyIgnore int now, @KeyContent %s body, @KeyIgnore int trace) { return ""; }
                        """.formatted(type))
                .with("--release")
                .with("17")
                .called("1, " + argument + ", 2")
                .writes(content);
    }

    @Test
    void content_standsBesideAKeyOfTheClient() {
        MethodUnderTest charge = method("""
                        @IdempotentCall
                        String charge(@IdempotencyKey String key, @KeyContent String body) { return body; }
                        """).called("\"k\", \"b\"");
        charge.writes("b");
        assertThat(charge.clientKey()).isEqualTo("k");
    }

    @ParameterizedTest
    @CsvSource({"int, int", "List<String>, List<String>", "Object, Object", "char[], char[]", "UUID, UUID", "Bean, Bean"
    })
    void typeThatIsNoContent_isRejected(String type, String shown) {
        rejects(
                "@IdempotentCall",
                "\n @KeyContent " + type + " body",
                shown,
                "has type " + shown + ", whose form is no content. Use String, byte[] or a record");
    }

    @Test
    void anotherKeyParameter_isRejected() {
        rejects(
                "@IdempotentCall",
                "@KeyIgnore int now,\n @KeyContent String body, int cents",
                "int, String, int",
                "is not the only key parameter: 'cents' would be missing from the key. Annotate the others @KeyIgnore, or"
                        + " take a record of all of them");
    }

    @Test
    void secondContent_isRejectedOnce() {
        rejects(
                "@IdempotentCall",
                "\n @KeyContent String body,\n @dev.idem.KeyContent String other",
                "String, String",
                "is not the only key parameter: 'other' would be missing from the key. Annotate the others @KeyIgnore, or"
                        + " take a record of all of them");
    }

    @Test
    void pathsBesideContent_areRejected() {
        rejects(
                "@IdempotentCall(key = \"body\")",
                "\n @KeyContent String body",
                "String",
                "is the whole content already: key has nothing to add. Remove key or the annotation");
    }

    @ParameterizedTest
    @CsvSource({"KeyIgnore", "IdempotencyKey"})
    void contradiction_isRejected(String annotation) {
        rejects(
                "@IdempotentCall",
                "@" + annotation + "\n @KeyContent String body",
                "String",
                "is annotated @" + annotation + " too: it cannot be both. Remove one of the two annotations");
    }

    @Test
    void unstableMemberOfARecord_isRejectedWithItsPath() {
        method("""
                        record Order(Object id) {}
                        @IdempotentCall String charge(@KeyContent Order order) { return ""; }
                        """)
                .isRejected(
                        "UnstableKey",
                        "Key 'order.id' has type Object, which has no stable value: its shape is unknown at compile time."
                                + " Use a concrete type, or give a concrete type argument.",
                        "charge(");
    }

    private static void rejects(String annotation, String parameters, String types, String text) {
        method("""
                        static class Bean { public int id; }
                        %s String charge(%s) { return ""; }
                        """.formatted(annotation, parameters))
                .isRejected(
                        "BadKeyContent",
                        "@KeyContent on 'body' of Payments.charge(%s) %s.".formatted(types, text),
                        "@KeyContent");
    }
}
