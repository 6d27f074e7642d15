package dev.idem.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import javax.lang.model.element.Modifier;

/** Writes the method for one sealed type: it finds the subtype of the value. */
final class SealedMethod {

    private static final String VALUE = "value";
    private static final String SUBTYPE = "subtype";

    private SealedMethod() {}

    static MethodSpec of(SealedType type) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (SealedType.Subtype subtype : type.subtypes()) {
            code.beginControlFlow("if ($L instanceof $T $L)", VALUE, subtype.type(), SUBTYPE)
                    .addStatement("$L($L, $L)", subtype.writer(), SUBTYPE, ShapeWriter.OUT)
                    .addStatement("return")
                    .endControlFlow();
        }
        type.own()
                .ifPresentOrElse(
                        writer -> code.addStatement("$L($L, $L)", writer, VALUE, ShapeWriter.OUT),
                        () -> code.addStatement("throw $L.unknownSubtype($L)", ShapeWriter.OUT, VALUE));
        return MethodSpec.methodBuilder(type.writer())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(TypeName.VOID)
                .addParameter(type.type(), VALUE)
                .addParameter(RuntimeNames.CANONICAL_WRITER, ShapeWriter.OUT)
                .addCode(code.build())
                .build();
    }
}
