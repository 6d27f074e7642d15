package dev.idem.processor;

import java.util.stream.Stream;

/** Writes the method that reads an amount from a result. */
final class SavingsMethod {

    private static final String VALUE = "value";

    /** What NullAway calls it, in a package that is null-marked: a missing amount is a null. */
    private static final String RETURNS_NULL = "NullAway";

    private SavingsMethod() {}

    static void write(Savings savings, CodeWriter code) {
        TypeName type = savings.result().type();
        Stream<String> warnings = savings.result().warnings().stream();
        SuppressedWarnings.write(Stream.concat(Stream.of(RETURNS_NULL), warnings), code.member());
        code.begin("private static $ $($ result)", Number.class, savings.reader(), Object.class);
        code.line("$ value = ($) result;", type, type);
        String amount = Walk.write(savings.steps(), VALUE, "null", LocalNames.with("result", VALUE), code);
        code.line("return $;", amount);
        code.end();
    }
}
