package dev.idem.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the method for one type that is written member by member. */
final class ValueMethod {

    private static final String VALUE = "value";

    private ValueMethod() {}

    static MethodSpec of(ValueType type, NameConstants names) {
        NameAllocator locals = new NameAllocator();
        locals.newName(VALUE);
        locals.newName(ShapeWriter.OUT);
        CodeBlock.Builder code = CodeBlock.builder();
        if (type.open()) {
            code.addStatement("$L.exactly($L, $T.class)", ShapeWriter.OUT, VALUE, type.erased());
        }
        code.addStatement("$L.beginObject()", ShapeWriter.OUT);
        ShapeWriter writer = new ShapeWriter(code, locals, names);
        for (ValueType.Member member : type.members()) {
            if (member instanceof ValueType.Property property) {
                Step step = new Step(property.source(), property.code());
                writer.member(property.name(), VALUE, false, List.of(step), property.shape());
            } else if (member instanceof ValueType.Constant constant) {
                code.addStatement("$L.name($L)", ShapeWriter.OUT, names.of(constant.name()));
                code.addStatement("$L.value($S)", ShapeWriter.OUT, constant.text());
            }
        }
        code.addStatement("$L.endObject()", ShapeWriter.OUT);
        return MethodSpec.methodBuilder(type.writer())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(TypeName.VOID)
                .addParameter(type.type(), VALUE)
                .addParameter(RuntimeNames.CANONICAL_WRITER, ShapeWriter.OUT)
                .addCode(code.build())
                .build();
    }
}
