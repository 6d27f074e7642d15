package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static dev.idem.processor.MethodUnderTest.method;

import dev.idem.codec.ResultType;
import dev.idem.engine.Operation;
import dev.idem.engine.ReturnShape;
import dev.idem.reactor.ReactorShapes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that return what will have their result. */
final class ReturnedTest {

    private static final String CONCURRENT = "java.util.concurrent.";
    private static final String REACTOR = "reactor.core.publisher.";

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
    void mono_isHandedOutWithTheTypeOfItsResult() {
        Operation operation = operation("", REACTOR + "Mono<List<String>>");
        assertThat(operation.shape()).isSameInstanceAs(ReactorShapes.MONO);
        assertThat(operation.resultType()).isEqualTo(ResultType.of(List.class, ResultType.of(String.class)));
    }

    @Test
    void flux_isHandedOutWithTheTypeOfItsItems() {
        Operation operation = operation("", REACTOR + "Flux<List<String>>");
        assertThat(operation.shape()).isSameInstanceAs(ReactorShapes.FLUX);
        assertThat(operation.resultType()).isEqualTo(ResultType.of(List.class, ResultType.of(String.class)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mono", "Flux"})
    void reactiveTypeOfNothing_isAResult(String type) {
        assertThat(operation("", REACTOR + type + "<Void>").resultType()).isEqualTo(ResultType.of(Void.class));
    }

    @Test
    void recordIf_readsTheLastItemOfAFlux() {
        Operation operation = method("""
                        record Delta(String text, boolean last) {}
                        @IdempotentCall(recordIf = "last")
                        reactor.core.publisher.Flux<Delta> charge(String id) { return null; }
                        """).operation();
        assertWithMessage("no item").that(operation.recordIf().test(null)).isFalse();
    }

    @Test
    void replay_ofAFlux_isRejected() {
        method("""
                        @IdempotentCall(
                            replay = IllegalStateException.class)
                        reactor.core.publisher.Flux<String> charge(String id) { return null; }
                        """)
                .isRejected(
                        "BadReplay",
                        "replay IllegalStateException.class on Payments.charge(String) cannot be an outcome: the method"
                                + " returns a stream, which may have sent items before it fails, and a stream that fails is"
                                + " never recorded. Remove it, or send the failure as a last item.",
                        "replay =");
    }

    @Test
    void checkedException_ofAMono_needsNoThrowsClause() {
        assertThat(operation("(replay = java.io.IOException.class)", REACTOR + "Mono<String>")
                        .replay())
                .hasSize(1);
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
                        + " yet a value. Return the value itself, or declare CompletionStage, CompletableFuture, Mono or Flux",
                "Mono<Flux<String>> | Mono<Flux<String>> | it is not yet a value. Return the value itself, or declare"
                        + " CompletionStage, CompletableFuture, Mono or Flux",
                "ParallelFlux<String> | ParallelFlux<String> | it is not yet a value. Return the value itself, or declare"
                        + " CompletionStage, CompletableFuture, Mono or Flux",
                "Mono<?> | Mono<?> | it has a shape that is unknown at compile time. Return a concrete type with"
                        + " concrete type arguments",
                "Flux<? extends Number> | Flux<? extends Number> | it has a shape that is unknown at compile time. Return"
                        + " a concrete type with concrete type arguments",
                "CompletionStage<?> | CompletionStage<?> | it has a shape that is unknown at compile time. Return a"
                        + " concrete type with concrete type arguments",
                "Future<String> | Future<String> | it is not yet a value. Return the value itself, or declare"
                        + " CompletionStage, CompletableFuture, Mono or Flux",
            })
    void stageThatCannotBeGuarded_isRejected(String type, String shown, String objection) {
        method("@IdempotentCall\n%s charge(String id) { return null; }".formatted(qualified(type)))
                .isRejected(
                        "UnstorableResult",
                        "@IdempotentCall method Payments.charge(String) returns %s, which cannot be stored and replayed: %s."
                                .formatted(shown, objection),
                        "@IdempotentCall");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CompletionStage<String>", "Mono<String>", "Flux<String>"})
    void joinsTransaction_ofWhatEndsLater_isRejected(String type) {
        method("""
                        @IdempotentCall(
                            joinsTransaction = true)
                        %s charge(String id) { return null; }
                        """.formatted(qualified(type)))
                .isRejected(
                        "AsyncTransaction",
                        "joinsTransaction on Payments.charge(String) has no transaction to join: the method returns %s, and its work ends outside of the caller's transaction. Return the value itself, or remove the attribute."
                                .formatted(type),
                        "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mono", "Flux"})
    void rawReactiveType_isRejected(String type) {
        method("""
                        @SuppressWarnings("rawtypes")
                        @IdempotentCall
                        %s charge(String id) { return null; }
                        """.formatted(qualified(type)))
                .isRejected(
                        "UnstorableResult",
                        "@IdempotentCall method Payments.charge(String) returns %s, which cannot be stored and replayed: it is raw, so the type of its content is unknown. Give it type arguments."
                                .formatted(type),
                        "@IdempotentCall");
    }

    private static String qualified(String type) {
        return type.replaceAll("\\b(?=Comp|Future)", CONCURRENT).replaceAll("\\b(?=Mono|Flux|Parallel)", REACTOR);
    }
}
