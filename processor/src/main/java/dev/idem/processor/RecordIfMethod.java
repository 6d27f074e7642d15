package dev.idem.processor;

/** Writes the method that says whether a result is recorded. */
final class RecordIfMethod {

    private static final String VALUE = "value";

    private RecordIfMethod() {}

    static void write(RecordIf recordIf, CodeWriter code) {
        TypeName type = recordIf.result().type();
        SuppressedWarnings.write(recordIf.result().warnings().stream(), code.member());
        code.begin("private static boolean $($ result)", recordIf.writer(), Object.class);
        code.line("$ value = ($) result;", type, type);
        recordIf.condition().write(VALUE, LocalNames.with("result", VALUE), code);
        code.end();
    }
}
