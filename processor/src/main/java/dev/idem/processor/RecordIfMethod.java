package dev.idem.processor;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import javax.lang.model.element.Modifier;

/** Writes the method that says whether a result is recorded. */
final class RecordIfMethod {

    private static final String RESULT = "result";
    private static final String VALUE = "value";

    private RecordIfMethod() {}

    static MethodSpec of(RecordIf recordIf) {
        Cast cast = recordIf.result();
        NameAllocator locals = new NameAllocator();
        locals.newName(RESULT);
        locals.newName(VALUE);
        MethodSpec.Builder method = MethodSpec.methodBuilder(recordIf.writer())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(TypeName.BOOLEAN)
                .addParameter(Object.class, RESULT)
                .addStatement("$T $L = ($T) $L", cast.type(), VALUE, cast.type(), RESULT)
                .addCode(recordIf.condition().code(VALUE, locals));
        if (!cast.warnings().isEmpty()) {
            method.addAnnotation(ContentMethod.suppress(cast.warnings()));
        }
        return method.build();
    }
}
