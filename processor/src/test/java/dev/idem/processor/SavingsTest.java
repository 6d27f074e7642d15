package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.MethodUnderTest.method;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The paths over the result that {@code savings} names. */
final class SavingsTest {

    private static final String TYPES = """
            record Answer(Usage usage, Optional<Usage> maybe, Optional<Integer> pages, String text) {
              Integer getBoxed() { return usage == null ? null : usage.tokens(); }
            }
            record Usage(int tokens, long total, java.math.BigDecimal money, double seconds, char mark) {}
            static Answer answer(int tokens) {
              Usage usage = new Usage(tokens, 7L, new java.math.BigDecimal("1.50"), 0.25, 'x');
              return new Answer(usage, Optional.of(usage), Optional.of(3), "text");
            }
            static Answer empty() { return new Answer(null, Optional.empty(), Optional.empty(), null); }
            static Answer nulls() { return new Answer(null, null, null, null); }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Answer | usage.tokens | answer(5) | 5",
                "Answer | usage.total | answer(5) | 7",
                "Answer | usage.money | answer(5) | 1.50",
                "Answer | usage.seconds | answer(5) | 0.25",
                "Answer | boxed | answer(5) | 5",
                "Answer | maybe.tokens | answer(5) | 5",
                "Answer | pages | answer(5) | 3",
                "Answer | usage.tokens | nulls() | null",
                "Answer | boxed | nulls() | null",
                "Answer | maybe.tokens | nulls() | null",
                "Answer | maybe.tokens | empty() | null",
                "Answer | pages | empty() | null",
                "Answer | pages | nulls() | null",
                "Optional<Answer> | usage.tokens | Optional.of(answer(5)) | 5",
                "Optional<Answer> | usage.tokens | Optional.empty() | null",
                "List<String> | size | List.of() | 0",
            })
    void savings_readTheirPath(String type, String path, String result, String expected) {
        assertThat(guarded(type, '"' + path + '"')
                        .called(result.replaceAll("\\b(answer|empty|nulls)\\(", "Payments.$1(")
                                .replace("Optional.Payments.empty(", "Optional.empty("))
                        .amounts())
                .containsExactly(path + "=" + expected);
    }

    @Test
    void savings_severalPaths_areReadEach() {
        assertThat(guarded("Answer", "{\"usage.tokens\", \"usage.total\"}")
                        .called("Payments.answer(5)")
                        .amounts())
                .containsExactly("usage.tokens=5", "usage.total=7")
                .inOrder();
    }

    @Test
    void savings_ofWhatComesLater_areReadFromTheResult() {
        assertThat(guarded("java.util.concurrent.CompletableFuture<Answer>", "\"usage.tokens\"")
                        .called("Payments.answer(5)")
                        .amounts())
                .containsExactly("usage.tokens=5");
    }

    @Test
    void savings_withEach_areReadFromOneResult() {
        MethodUnderTest method = method(TYPES + """
                                @IdempotentCall(each = "ids", savings = "usage.tokens")
                                List<Answer> chargeAll(List<String> ids) { return List.of(); }
                                """).called("Payments.answer(5)");
        assertThat(method.amounts()).containsExactly("usage.tokens=5");
    }

    @Test
    void nothingSet_countsNothing() {
        assertThat(method("@IdempotentCall String charge(String id) { return id; }")
                        .called("\"a\"")
                        .amounts())
                .isEmpty();
    }

    @Test
    void savingsOfNothing_areRejected() {
        method("""
                        @IdempotentCall(
                            savings = "tokens")
                        void charge(String id) {}
                        """)
                .isRejected(
                        "BadSavings",
                        "savings 'tokens' on Payments.charge(String) has nothing to read: the method returns void. Remove"
                                + " it.",
                        "savings = ");
    }

    @ParameterizedTest
    @CsvSource({"text, String", "usage, Usage", "maybe, Optional<Usage>", "usage.mark, char"})
    void savingsThatAreNoNumber_areRejected(String path, String type) {
        guarded("Answer", '"' + path + '"')
                .isRejected(
                        "BadSavings",
                        "savings '%s' on Payments.charge(String) has type %s: it is an amount, which takes a number. Name a property of the result that is an int, a long, a BigDecimal or another number."
                                .formatted(path, type),
                        "savings = ");
    }

    @Test
    void savingsNamedTwice_areRejected() {
        method(TYPES + """
                                @IdempotentCall(savings = {
                                    "usage.tokens",
                                    "usage.total", "usage.tokens"})
                                Answer charge(String id) { return null; }
                                """)
                .isRejected(
                        "BadSavings",
                        "savings 'usage.tokens' on Payments.charge(String) is named twice, and would be counted twice. Name"
                                + " it once.",
                        "\"usage.total\", \"usage.tokens\"");
    }

    @Test
    void savingsOfAnUnknownProperty_namesTheNearest() {
        guarded("Answer", "\"usage.token\"")
                .isRejected(
                        "UnknownProperty",
                        "savings 'usage.token' cannot be read: Usage has no accessible 'token', 'token()' or 'getToken()' without parameters and checked exceptions. Did you mean 'usage.tokens'? Properties are: mark, money, seconds, tokens, total.",
                        "savings = ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"usage.tokens()", "", "usage..tokens"})
    void savingsThatAreNoPath_areRejected(String path) {
        guarded("Answer", '"' + path + '"')
                .isRejected(
                        "BadPath",
                        "savings '%s' on Payments.charge(String) is not a property path. Write names joined by dots, e.g. savings = \"order.id\"."
                                .formatted(path),
                        "savings = ");
    }

    private static MethodUnderTest guarded(String type, String paths) {
        return method(TYPES + """
                        @IdempotentCall(
                            savings = %s)
                        %s charge(String id) { return null; }
                        """.formatted(paths, type));
    }
}
