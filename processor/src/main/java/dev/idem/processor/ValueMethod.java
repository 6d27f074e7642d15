package dev.idem.processor;

import java.util.List;

/** Writes the method for one type that is written member by member. */
final class ValueMethod {

    private static final String VALUE = "value";

    private ValueMethod() {}

    static void write(ValueType type, NameConstants names, CodeWriter code) {
        begin(type, code);
        if (type.open()) {
            code.line("out.exactly(value, $.class);", type.erased());
        }
        code.line("out.beginObject();");
        ShapeWriter writer = new ShapeWriter(code, LocalNames.with(VALUE, ShapeWriter.OUT), names);
        for (ValueType.Member member : type.members()) {
            if (member instanceof ValueType.Property property) {
                Step step = new Step(property.source(), property.code());
                writer.member(property.name(), VALUE, false, List.of(step), property.shape());
            } else if (member instanceof ValueType.Constant constant) {
                code.line("out.name($);", names.of(constant.name()));
                code.line("out.value($);", StringLiteral.of(constant.text()));
            }
        }
        code.line("out.endObject();");
        code.end();
    }

    /** Begins the method that writes values of a type. */
    static void begin(WrittenType type, CodeWriter code) {
        code.member()
                .begin(
                        "private static void $($ value, $ out)",
                        type.writer(),
                        type.type(),
                        RuntimeNames.CANONICAL_WRITER);
    }
}
