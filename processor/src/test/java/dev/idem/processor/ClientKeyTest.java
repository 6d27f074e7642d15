package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.MethodUnderTest.method;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A parameter can hold the client's own key; the others are then compared only. */
final class ClientKeyTest {

    @ParameterizedTest
    @CsvSource({
        "String, \"k-1\", k-1",
        "String, null,",
        "UUID, 'new UUID(0, 255)', 00000000-0000-0000-0000-0000000000ff",
        "UUID, null,",
        "IdempotencyKeyHeader, IdempotencyKeyHeader.parse(\"k-1\"), k-1",
        "IdempotencyKeyHeader, 'IdempotencyKeyHeader.parse(\"\\\"k-1\\\"\")', k-1",
        "IdempotencyKeyHeader, null,",
    })
    void key_isItsTextAndNoPartOfTheContent(String type, String argument, String key) {
        MethodUnderTest charge = method(
                        "@IdempotentCall String charge(int cents, @IdempotencyKey %s key) { return \"\"; }"
                                .formatted(type))
                .with("--release")
                .with("17")
                .called("5, " + argument);
        charge.writes("{\"cents\":5}");
        assertThat(charge.clientKey()).isEqualTo(key);
    }

    @Test
    void content_canBeEmptyBesideAKey() {
        method("@IdempotentCall String charge(@IdempotencyKey String key, @KeyIgnore int cents) { return key; }")
                .called("\"k\", 5")
                .writes("{}");
    }

    @Test
    void paths_narrowTheContent() {
        method("""
                        record Order(String id, int cents) {}
                        @IdempotentCall(key = "order.id")
                        String charge(@IdempotencyKey String key, Order order) { return key; }
                        """).called("\"k\", new Payments.Order(\"A\", 5)").writes("{\"order.id\":\"A\"}");
    }

    @Test
    void methodWithoutTheAnnotation_hasNone() {
        assertThat(method("@IdempotentCall String charge(String key) { return key; }")
                        .operation()
                        .clientKey())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"long", "Object", "CharSequence", "byte[]", "Optional<String>"})
    void typeThatIsNoText_isRejected(String type) {
        rejects(
                "\n @IdempotencyKey " + type + " key",
                "has type " + type
                        + ", but a key is text as its client sent it. Use String, UUID or IdempotencyKeyHeader");
    }

    @Test
    void keyThatIsIgnored_isRejected() {
        rejects(
                "@KeyIgnore\n @IdempotencyKey String key",
                "is annotated @KeyIgnore too: it cannot be the key and left out of it. Remove one of the two"
                        + " annotations");
    }

    @Test
    void secondKey_isRejected() {
        rejects(
                "@KeyIgnore int cents, @dev.idem.IdempotencyKey String first,\n @IdempotencyKey String key",
                "is the second one of the method: a call has one key. Remove it, and if need be join the two texts"
                        + " before the call",
                "int, String, String");
    }

    @Test
    void wrongKey_isShownAtTheAnnotation() {
        method("""
                        @IdempotentCall int charge(
                            @IdempotencyKey
                            int key) { return 1; }
                        """)
                .isRejected(
                        "BadClientKey",
                        "@IdempotencyKey on 'key' of Payments.charge(int) has type int, but a key is text as its client"
                                + " sent it. Use String, UUID or IdempotencyKeyHeader.",
                        "@IdempotencyKey");
    }

    @Test
    void pathToTheKey_isRejected() {
        method("@IdempotentCall(\n key = {\"cents\", \"id\"}) String charge(@IdempotencyKey String id, int cents) {"
                        + " return id; }")
                .isRejected(
                        "BadClientKey",
                        "@IdempotencyKey on 'id' of Payments.charge(String, int) is named by key 'id' too: key tells"
                                + " what else is compared. Remove the path.",
                        "key = ");
    }

    private static void rejects(String parameters, String text) {
        rejects(parameters, text, parameters.replaceAll("(?s).* (\\S+) key", "$1"));
    }

    private static void rejects(String parameters, String text, String types) {
        method("@IdempotentCall String charge(" + parameters + ") { return \"\"; }")
                .isRejected(
                        "BadClientKey",
                        "@IdempotencyKey on 'key' of Payments.charge(%s) %s.".formatted(types, text),
                        " @IdempotencyKey");
    }
}
