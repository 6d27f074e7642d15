package dev.idem.processor;

/** Writes the method for one sealed type: it finds the subtype of the value. */
final class SealedMethod {

    private SealedMethod() {}

    static void write(SealedType type, CodeWriter code) {
        ValueMethod.begin(type, code);
        for (SealedType.Subtype subtype : type.subtypes()) {
            code.begin("if (value instanceof $ subtype)", subtype.type());
            code.line("$(subtype, out);", subtype.writer());
            code.line("return;");
            code.end();
        }
        type.own()
                .ifPresentOrElse(
                        writer -> code.line("$(value, out);", writer),
                        () -> code.line("throw out.unknownSubtype(value);"));
        code.end();
    }
}
