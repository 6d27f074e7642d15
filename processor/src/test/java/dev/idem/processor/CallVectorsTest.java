package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.MethodUnderTest.method;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated code writes the published calls as published. */
final class CallVectorsTest {

    private static Stream<Arguments> calls() {
        return Stream.of(
                call(
                        "String orderId = \"A-1001\", BigDecimal amount = 19.990",
                        "String charge(String orderId, BigDecimal amount)",
                        "\"A-1001\", new BigDecimal(\"19.990\")"),
                call(
                        "long orderId = 1001L, long cents = 1999L",
                        "String charge(long orderId, long cents)",
                        "1001L, 1999L"),
                call(
                        "long orderId = 9007199254740992L, int cents = 1",
                        "String charge(long orderId, int cents)",
                        "9007199254740992L, 1"),
                call(
                        "String model = \"claude-sonnet-4-6\", List<Message> messages = [Message(role=\"user\","
                                + " content=\"hello\")], int maxTokens = 1024, Double temperature = null",
                        "String complete(String model, List<Message> messages, int maxTokens, Double temperature)",
                        "\"claude-sonnet-4-6\", List.of(new Payments.Message(\"user\", \"hello\")), 1024, null"),
                call(
                        "Payment p = Card(number=\"4242\", brand=null)  [sealed interface Payment permits Card, Iban]",
                        "String send(Payment p)",
                        "new Payments.Card(\"4242\", null)"),
                call(
                        "String name = \"café.txt\" (NFC), byte[] body = 00 ff",
                        "String put(String name, byte[] body)",
                        "\"caf\\u00e9.txt\", new byte[] {0, (byte) 0xff}"),
                call(
                        "Request request = Request(model, messages)",
                        "String create(@KeyContent Request request)",
                        "new Payments.Request(\"claude-sonnet-4-20250514\", List.of(new Payments.Message(\"user\","
                                + " \"hi\")))"),
                call("double v = 0.1 + 0.2, float f = 0.1f", "String report(double v, float f)", "0.1 + 0.2, 0.1f"));
    }

    private static Arguments call(String parameters, String signature, String arguments) {
        return Arguments.of(parameters, signature, arguments);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void publishedCall_isWrittenAsPublished(String parameters, String signature, String arguments) {
        method("""
                        record Message(String role, String content) {}
                        record Request(String model, List<Message> messages) {}
                        sealed interface Payment permits Card, Iban {}
                        record Card(String number, String brand) implements Payment {}
                        record Iban(String iban) implements Payment {}
                        @IdempotentCall %s { return ""; }
                        """.formatted(signature))
                .called(arguments)
                .writes(CallVectors.contents().get(parameters));
    }

    @Test
    void everyCall_isTested() {
        Map<String, String> published = CallVectors.contents();
        assertThat(calls().map(call -> call.get()[0])
                        .filter(published::containsKey)
                        .count())
                .isEqualTo(published.size());
    }
}
