package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.MethodUnderTest.method;

import dev.idem.codec.ResultType;
import dev.idem.engine.Operation;
import dev.idem.engine.ReturnShape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that return what will have their result. */
final class ReturnedTest {

    private static final String CONCURRENT = "java.util.concurrent.";

    private static Operation operation(String attributes, String type) {
        return method("@IdempotentCall%s\n%s charge(String id) { return null; }".formatted(attributes, type))
                .operation();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CompletionStage", "CompletableFuture"})
    void stage_isHandedOutWithTheTypeOfItsResult(String type) {
        Operation operation = operation("", CONCURRENT + type + "<List<String>>");
        assertThat(operation.shape()).isSameInstanceAs(ReturnShape.STAGE);
        assertThat(operation.resultType()).isEqualTo(ResultType.of(List.class, ResultType.of(String.class)));
    }

    @Test
    void value_isHandedOutItself() {
        assertThat(operation("", "String").shape()).isSameInstanceAs(ReturnShape.VALUE);
    }

    @Test
    void stageOfNothing_isAResult() {
        assertThat(operation("", CONCURRENT + "CompletionStage<Void>").resultType())
                .isEqualTo(ResultType.of(Void.class));
    }

    @Test
    void recordIf_readsTheResultOfAStage() {
        Operation operation = method("""
                        record Receipt(String id, boolean complete) {}
                        @IdempotentCall(recordIf = "complete")
                        java.util.concurrent.CompletionStage<Receipt> charge(String id) { return null; }
                        """).operation();
        assertThat(operation.recordIf().test(null)).isFalse();
    }

    @Test
    void checkedException_ofAStage_needsNoThrowsClause() {
        Operation operation =
                operation("(replay = java.io.IOException.class)", CONCURRENT + "CompletableFuture<String>");
        assertThat(operation.replay()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CompletableFuture<CompletableFuture<String>> | CompletableFuture<CompletableFuture<String>> | it is not"
                        + " yet a value. Return the value itself, or declare CompletionStage or CompletableFuture",
                "CompletionStage<?> | CompletionStage<?> | it has a shape that is unknown at compile time. Return a"
                        + " concrete type with concrete type arguments",
                "Future<String> | Future<String> | it is not yet a value. Return the value itself, or declare"
                        + " CompletionStage or CompletableFuture",
            })
    void stageThatCannotBeGuarded_isRejected(String type, String shown, String objection) {
        method("@IdempotentCall\n%s charge(String id) { return null; }"
                        .formatted(CONCURRENT + type.replace("<Comp", "<" + CONCURRENT + "Comp")))
                .isRejected(
                        "UnstorableResult",
                        "@IdempotentCall method Payments.charge(String) returns %s, which cannot be stored and replayed: %s."
                                .formatted(shown, objection),
                        "@IdempotentCall");
    }

    @Test
    void joinsTransaction_ofAStage_isRejected() {
        method("""
                        @IdempotentCall(
                            joinsTransaction = true)
                        java.util.concurrent.CompletionStage<String> charge(String id) { return null; }
                        """)
                .isRejected(
                        "AsyncTransaction",
                        "joinsTransaction on Payments.charge(String) has no transaction to join: the method returns"
                                + " CompletionStage<String>, and its work ends outside of the caller's transaction. Return the"
                                + " value itself, or remove the attribute.",
                        "true");
    }
}
