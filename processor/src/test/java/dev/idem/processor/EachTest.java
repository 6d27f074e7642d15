package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.MethodUnderTest.method;

import dev.idem.codec.ResultType;
import dev.idem.engine.Each;
import dev.idem.engine.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods that are guarded item by item: the operation is about one of them, and what cannot be is rejected. */
final class EachTest {

    private static final String TYPES = """
            record Prompt(String id, String text) {}
            record Answer(String text, boolean complete) {}
            """;

    @Test
    void list_isAnOperationOfOneItem() {
        Operation operation = guarded("", "List<Answer>", "String model, List<Prompt> prompts")
                .operation();
        assertThat(operation.each()).isEqualTo(Each.list(1));
        assertThat(operation.resultType().raw().getSimpleName()).isEqualTo("Answer");
        assertThat(operation.parameterTypes())
                .containsExactly(String.class, List.class)
                .inOrder();
    }

    @Test
    void map_isAnOperationOfOneItem() {
        Operation operation = guarded("", "Map<Prompt, Optional<String>>", "List<Prompt> prompts")
                .operation();
        assertThat(operation.each()).isEqualTo(Each.map(0));
        assertThat(operation.resultType())
                .isEqualTo(ResultType.of(java.util.Optional.class, ResultType.of(String.class)));
    }

    @Test
    void nothingSet_guardsTheWhole() {
        assertThat(method("@IdempotentCall List<String> all(List<String> ids) { return ids; }")
                        .operation()
                        .each())
                .isNull();
    }

    @Test
    void content_isThatOfOneItem() {
        guarded("", "List<Answer>", "String model, List<Prompt> prompts")
                .called("\"m\", new Payments.Prompt(\"1\", \"hello\")")
                .writes("""
                        {"model":"m","prompts":{"id":"1","text":"hello"}}""");
    }

    @Test
    void contentOfNoItem_leavesItOut() {
        guarded("", "List<Answer>", "String model, List<Prompt> prompts")
                .called("\"m\", null")
                .writes("""
                        {"model":"m"}""");
    }

    @Test
    void keyPath_beginsAtAnItem() {
        guarded("key = {\"model\", \"prompts.id\"}, ", "List<Answer>", "String model, List<Prompt> prompts")
                .called("\"m\", new Payments.Prompt(\"1\", \"hello\")")
                .writes("""
                        {"model":"m","prompts.id":"1"}""");
    }

    @Test
    void keyIgnoreAndKeyName_standBeside() {
        guarded("", "List<Answer>", "@KeyIgnore Instant at, @KeyName(\"prompt\") List<Prompt> prompts")
                .called("null, new Payments.Prompt(\"1\", \"hello\")")
                .writes("""
                        {"prompt":{"id":"1","text":"hello"}}""");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void recordIf_readsOneResult(boolean complete, boolean recorded) {
        MethodUnderTest method = guarded("recordIf = \"complete\", ", "List<Answer>", "List<Prompt> prompts")
                .called("new Payments.Answer(\"\", %s)".formatted(complete));
        assertThat(method.records()).isEqualTo(recorded);
    }

    @ParameterizedTest
    @CsvSource({"List.of(), true", "'List.of(new Payments.Prompt(\"\", \"\"))', false"})
    void unless_readsTheWholeList(String prompts, boolean bypassed) {
        MethodUnderTest method = guarded("unless = \"prompts.empty\", ", "List<Answer>", "List<Prompt> prompts")
                .called(prompts);
        assertThat(method.isBypassed()).isEqualTo(bypassed);
    }

    @Test
    void keyWarning_isAboutWhatTheKeyReadsOfAnItem() {
        method(TYPES + """
                record Job(String id, double weight) {}
                @IdempotentCall(key = "jobs.id", each = "jobs")
                List<String> run(List<Job> jobs) { return List.of(); }
                """).isAccepted();
        method(TYPES + """
                record Job(String id, double weight) {}
                @IdempotentCall(each = "jobs",
                    key = "jobs.weight")
                List<String> run(List<Job> jobs) { return List.of(); }
                """)
                .isWarnedOf(
                        "FloatingPointKey",
                        "Key 'jobs.weight' has type double: two computations of one number can differ in its last digit,"
                                + " and then a repeat gets another key and runs again. Use BigDecimal, or a whole number of"
                                + " the smallest unit; or annotate it @KeyIgnore.",
                        "key = ");
    }

    @Test
    void descriptor_namesTheItems() {
        assertThat(guarded("", "List<Answer>", "List<Prompt> prompts").descriptor())
                .contains("\"each\": \"prompts\"");
    }

    @Test
    void eachOfNoParameter_isRejected() {
        guarded("", "List<Answer>", "List<Prompt> promts")
                .isRejected(
                        "UnknownParameter",
                        "each 'prompts' names no parameter of Payments.all(List<Prompt>). Did you mean 'promts'?"
                                + " Parameters are: promts.",
                        "each = ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Collection<Prompt>", "Prompt[]", "Set<Prompt>", "List<? extends Prompt>", "List<?>", "String"})
    void eachOfNoListOfANamedType_isRejected(String type) {
        guarded("", "List<Answer>", type + " prompts")
                .isRejected(
                        "BadEach",
                        "each 'prompts' on Payments.all(%s) has type %s: the items are in a java.util.List of a named type."
                                        .formatted(type, type)
                                + " Take a List, as in List<Prompt>.",
                        "each = ");
    }

    @ParameterizedTest
    @CsvSource({"Answer", "void", "Set<Answer>", "Answer[]"})
    void resultThatIsNotOneForEachItem_isRejected(String type) {
        guarded("", type, "List<Prompt> prompts")
                .isRejected(
                        "BadEach",
                        "each 'prompts' on Payments.all(List<Prompt>) needs a result for each item, but the method returns "
                                + type + ". Return a List in the order of the items, or a Map by item.",
                        "each = ");
    }

    @Test
    void mapByOtherKeys_isRejected() {
        guarded("", "Map<String, Answer>", "List<Prompt> prompts")
                .isRejected(
                        "BadEach",
                        "each 'prompts' on Payments.all(List<Prompt>) has items of type Prompt, but the method returns"
                                + " Map<String, Answer>, in which no item could be found. Return a Map whose keys are the"
                                + " items.",
                        "each = ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | String model, @KeyIgnore List<Prompt> prompts | String, List<Prompt>"
                        + " | is annotated @KeyIgnore: all items would have one key. Remove @KeyIgnore, or each.",
                "'' | @IdempotencyKey String model, List<Prompt> prompts | String, List<Prompt>"
                        + " | goes with an @IdempotencyKey: all items would have that one key. Let each item bring a key of its"
                        + " own, as a property, and name it with key; or remove each.",
                "'' | @KeyContent String model, @KeyIgnore int i, List<Prompt> prompts | String, int, List<Prompt>"
                        + " | goes with a @KeyContent: the content of a call would not be that of an item. Remove @KeyContent,"
                        + " or each.",
                "'key = \"model\", ' | String model, List<Prompt> prompts | String, List<Prompt>"
                        + " | is not in key: all items would have one key. Add 'prompts' or one of its items' properties to"
                        + " key.",
                "'joinsTransaction = true, ' | List<Prompt> prompts | List<Prompt>"
                        + " | goes with joinsTransaction: the results of some items are recorded while others are waited for."
                        + " Remove one of the two.",
                "'replay = IllegalStateException.class, ' | List<Prompt> prompts | List<Prompt>"
                        + " | goes with replay: an exception is thrown for a whole list, and is the outcome of no item. Remove"
                        + " replay, and give failed items results that say so.",
            })
    void eachWithWhatIsAboutTheWhole_isRejected(String attributes, String parameters, String types, String message) {
        guarded(attributes, "List<Answer>", parameters)
                .isRejected("BadEach", "each 'prompts' on Payments.all(" + types + ") " + message, "each = ");
    }

    @Test
    void resultThatCannotBeStored_isRejected() {
        guarded("", "List<Object>", "List<Prompt> prompts")
                .isRejected(
                        "UnstorableResult",
                        "@IdempotentCall method Payments.all(List<Prompt>) returns List<Object>, which cannot be stored and"
                                + " replayed: it has a shape that is unknown at compile time. Return a concrete type with concrete type"
                                + " arguments.",
                        "@IdempotentCall");
    }

    private static MethodUnderTest guarded(String attributes, String result, String parameters) {
        return method(TYPES + """
                @IdempotentCall(%s
                    each = "prompts")
                %s all(%s) { throw new IllegalStateException(); }
                """.formatted(attributes, result, parameters));
    }
}
