package dev.idem.processor;

/** Writes the method that reads an amount from a result. */
final class SavingsMethod {

    private static final String VALUE = "value";

    private SavingsMethod() {}

    static void write(Savings savings, CodeWriter code) {
        TypeName type = savings.result().type();
        SuppressedWarnings.write(savings.result().warnings().stream(), code.member());
        code.begin("private static $ $($ result)", Number.class, savings.reader(), Object.class);
        code.line("$ value = ($) result;", type, type);
        String amount = Walk.write(savings.steps(), VALUE, "null", LocalNames.with("result", VALUE), code);
        code.line("return $;", amount);
        code.end();
    }
}
