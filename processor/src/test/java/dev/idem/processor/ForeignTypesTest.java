package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.MethodUnderTest.method;

import dev.idem.engine.ForeignType;
import dev.idem.intercept.OperationSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Generated code knows the members of the types from other artifacts that it writes. */
final class ForeignTypesTest {

    private static final String PACKAGE = "dev.idem.processor.foreign.";

    @Test
    void membersOfForeignTypes_areListedInheritedAndNestedOnesToo() {
        assertThat(foreignTypes("Parcel"))
                .containsExactly(
                        new ForeignType(PACKAGE + "Labelled", List.of("java.lang.Comparable label")),
                        new ForeignType(
                                PACKAGE + "Parcel",
                                List.of("int[][] sizes", "java.util.List[] boxes", "java.util.Map$Entry stamp")),
                        new ForeignType(PACKAGE + "Parcel$Box", List.of("long weight")))
                .inOrder();
    }

    @Test
    void subtypesOfForeignSealedTypes_areListed() {
        assertThat(foreignTypes("Shape"))
                .containsExactly(
                        new ForeignType(
                                PACKAGE + "Shape",
                                List.of("permits " + PACKAGE + "Shape$Disc", "permits " + PACKAGE + "Shape$Dot")),
                        new ForeignType(PACKAGE + "Shape$Disc", List.of("int radius")))
                .inOrder();
    }

    @Test
    void typesOfTheSameCompilation_areNotListed() {
        LoadedCalls calls = method("""
                        @IdempotentCall int charge(Order order) { return 1; }
                        record Order(Line line) {}
                        record Line(int count) {}
                        """).called("null").operations();
        assertThat(calls.foreignTypes()).isEmpty();
    }

    @Test
    void runtime_agreesWithTheTextOfMembers() {
        for (String type : List.of("Parcel", "Shape")) {
            assertThat(new OperationSource().all(calls(type).guarded())).hasSize(1);
        }
    }

    private static List<ForeignType> foreignTypes(String type) {
        return calls(type).foreignTypes();
    }

    private static LoadedCalls calls(String type) {
        return method("@IdempotentCall int charge(dev.idem.processor.foreign.%s value) { return 1; }".formatted(type))
                .called("null")
                .operations();
    }
}
