package dev.idem.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the method for one record or class. */
final class ValueMethod {

    private static final String VALUE = "value";

    private ValueMethod() {}

    static MethodSpec of(ValueType type) {
        NameAllocator locals = new NameAllocator();
        locals.newName(VALUE);
        locals.newName(ShapeWriter.OUT);
        CodeBlock.Builder code = CodeBlock.builder();
        if (type.open()) {
            code.addStatement("$L.exactly($L, $T.class)", ShapeWriter.OUT, VALUE, type.erased());
        }
        code.addStatement("$L.beginObject()", ShapeWriter.OUT);
        ShapeWriter writer = new ShapeWriter(code, locals);
        for (ValueType.Member member : type.members()) {
            Step step = new Step(member.name(), member.code());
            writer.member(member.name(), VALUE, false, List.of(step), member.shape());
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
