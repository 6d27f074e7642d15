package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.MethodUnderTest.method;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The path over the result that {@code recordIf} names. */
final class RecordIfTest {

    private static final String TYPES = """
            record Receipt(boolean complete, Boolean checked, Optional<Note> note, Optional<Boolean> paid) {
              Receipt getInner() { return checked == null ? this : null; }
            }
            record Note(boolean shown) {}
            record Chat(boolean stream) {}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Receipt | complete | receipt(true, null) | true",
                "Receipt | complete | receipt(false, null) | false",
                "Receipt | complete | null | false",
                "Receipt | checked | receipt(true, null) | false",
                "Receipt | checked | receipt(false, true) | true",
                "Receipt | inner.complete | receipt(true, null) | true",
                "Receipt | inner.complete | receipt(true, true) | false",
                "Receipt | note.shown | noted(Optional.of(new Payments.Note(true))) | true",
                "Receipt | note.shown | noted(Optional.of(new Payments.Note(false))) | false",
                "Receipt | note.shown | noted(Optional.empty()) | false",
                "Receipt | note.shown | noted(null) | false",
                "Receipt | note.present | noted(Optional.of(new Payments.Note(false))) | true",
                "Receipt | note.present | noted(Optional.empty()) | false",
                "Receipt | paid | paid(Optional.of(true)) | true",
                "Receipt | paid | paid(Optional.of(false)) | false",
                "Receipt | paid | paid(Optional.empty()) | false",
                "Receipt | paid | paid(null) | false",
                "Optional<Receipt> | complete | Optional.of(receipt(true, null)) | true",
                "Optional<Receipt> | complete | Optional.of(receipt(false, null)) | false",
                "Optional<Receipt> | complete | Optional.empty() | false",
                "Optional<Receipt> | complete | null | false",
                "Optional<Receipt> | present | Optional.empty() | false",
                "Optional<Receipt> | present | Optional.of(receipt(false, null)) | true",
                "Optional<Receipt> | empty | Optional.empty() | true",
                "Optional<Chat> | stream | Optional.of(new Payments.Chat(true)) | true",
                "List<Receipt> | empty | List.of() | true",
            })
    void recordIf_readsItsPath(String type, String path, String result, boolean expected) {
        MethodUnderTest method =
                guarded(type, path).called(result.replaceAll("\\b(receipt|noted|paid)\\(", "Payments.$1("));
        assertThat(method.records()).isEqualTo(expected);
    }

    @Test
    void nothingSet_recordsAll() {
        MethodUnderTest method = method("@IdempotentCall String charge(String id) { return id; }")
                .called("null");
        assertThat(method.records()).isTrue();
    }

    @Test
    void recordIfOfNothing_isRejected() {
        method("""
                        @IdempotentCall(
                            recordIf = "complete")
                        void charge(String id) {}
                        """)
                .isRejected(
                        "BadRecordIf",
                        "recordIf 'complete' on Payments.charge(String) has nothing to read: the method returns void."
                                + " Remove it.",
                        "recordIf = ");
    }

    @Test
    void recordIfThatIsNotBoolean_isRejected() {
        guarded("Receipt", "note")
                .isRejected(
                        "BadRecordIf",
                        "recordIf 'note' on Payments.charge(String) has type Optional<Note>: it decides whether a result"
                                + " is recorded, which takes a boolean. Name a boolean property of the result.",
                        "recordIf = ");
    }

    @ParameterizedTest
    @CsvSource({"complet, complete", "inner.cheked, inner.checked", "note.show, note.shown"})
    void recordIfOfAnUnknownProperty_namesTheNearest(String path, String nearest) {
        String property = path.replaceAll(".*\\.", "");
        boolean ofNote = path.startsWith("note");
        guarded("Optional<Receipt>", path)
                .isRejected(
                        "UnknownProperty",
                        "recordIf '%s' cannot be read: %s has no accessible '%s', '%s()' or 'get%s()' without parameters and checked exceptions. Did you mean '%s'? Properties are: %s."
                                .formatted(
                                        path,
                                        ofNote ? "Note" : "Receipt",
                                        property,
                                        property,
                                        Character.toUpperCase(property.charAt(0)) + property.substring(1),
                                        nearest,
                                        ofNote ? "shown" : "checked, complete, inner, note, paid"),
                        "recordIf = ");
    }

    @Test
    void recordIfThroughAnInvisibleType_isRejected() {
        method("""
                        private record Hidden(boolean complete) {}
                        static class Base { public String id; }
                        static class Receipt extends Base { @SuppressWarnings("unused") Hidden getHidden() { return null; } }
                        @IdempotentCall(
                            recordIf = "hidden.complete")
                        Receipt charge(String id) { return null; }
                        """)
                .isRejected(
                        "InvisibleType",
                        "'hidden' has type Hidden, which the generated class in package 'shop' cannot see. Make it, and"
                                + " every type around it, public, or package-private in that package.",
                        "recordIf = ");
    }

    @Test
    void recordIfThatIsNoPath_isRejected() {
        guarded("Receipt", "complete()")
                .isRejected(
                        "BadPath",
                        "recordIf 'complete()' on Payments.charge(String) is not a property path. Write names joined by"
                                + " dots, e.g. recordIf = \"order.id\".",
                        "recordIf = ");
    }

    private static MethodUnderTest guarded(String type, String path) {
        return method(TYPES + """
                static Receipt receipt(boolean complete, Boolean checked) {
                  return new Receipt(complete, checked, Optional.empty(), Optional.empty());
                }
                static Receipt noted(Optional<Note> note) { return new Receipt(false, null, note, Optional.empty()); }
                static Receipt paid(Optional<Boolean> paid) { return new Receipt(false, null, Optional.empty(), paid); }
                @IdempotentCall(
                    recordIf = "%s")
                %s charge(String id) { return null; }
                """.formatted(path, type));
    }
}
