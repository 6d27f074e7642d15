package dev.idem.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.NavigableMap;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/** Writes the class for one type. */
final class CallsWriter {

    private static final List<String> WARNINGS = List.of("auxiliaryclass", "deprecation", "removal");

    private CallsWriter() {}

    /**
     * The whole file.
     *
     * @param foreign the members of types from other artifacts
     * @param markGenerated whether the code can see the annotation {@code @Generated}
     */
    static JavaFile write(GuardedType type, NavigableMap<String, List<String>> foreign, boolean markGenerated) {
        TypeSpec.Builder spec = TypeSpec.classBuilder(type.generated())
                .addOriginatingElement(type.origin())
                .addJavadoc(
                        "The guarded methods of {@code $L}.\n", type.origin().getQualifiedName())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(RuntimeNames.IDEMPOTENT_CALLS);
        if (markGenerated) {
            spec.addAnnotation(generated());
        }
        // What the user deprecates is the user's to write about; this code only follows.
        spec.addAnnotation(ContentMethod.suppress(WARNINGS));
        // Initialised in this order: operations name the exceptions.
        type.replays().forEach(replay -> spec.addField(ReplayMembers.constant(replay, type.generated())));
        type.methods().forEach(method -> spec.addField(OperationConstant.of(method, type)));
        NameConstants names = NameConstants.of(type);
        spec.addFields(names.fields());
        type.encoders().forEach(encoder -> spec.addField(encoder(encoder)));
        spec.addMethod(constructor()).addMethod(operations(type.methods()));
        if (!foreign.isEmpty()) {
            spec.addMethod(ForeignMethod.of(foreign));
        }
        for (GuardedMethod method : type.methods()) {
            spec.addMethod(ContentMethod.content(method, names));
            method.unless().ifPresent(bypass -> spec.addMethod(ContentMethod.unless(bypass)));
            method.clientKey().ifPresent(key -> spec.addMethod(ContentMethod.clientKey(key)));
            method.recordIf().ifPresent(recordIf -> spec.addMethod(RecordIfMethod.of(recordIf)));
        }
        type.replays().forEach(replay -> spec.addMethods(ReplayMembers.methods(replay)));
        type.writtenTypes().forEach(written -> spec.addMethod(writer(written, names)));
        return JavaFile.builder(type.generated().packageName(), spec.build())
                .indent("    ")
                .build();
    }

    private static MethodSpec writer(WrittenType type, NameConstants names) {
        if (type instanceof SealedType sealedType) {
            return SealedMethod.of(sealedType);
        }
        return ValueMethod.of((ValueType) type, names);
    }

    private static FieldSpec encoder(EncoderConstant encoder) {
        return FieldSpec.builder(encoder.type(), encoder.name(), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("new $T()", encoder.type())
                .build();
    }

    private static AnnotationSpec generated() {
        return AnnotationSpec.builder(Generated.class)
                .addMember("value", "$S", IdempotentCallProcessor.class.getName())
                .build();
    }

    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).build();
    }

    private static MethodSpec operations(List<GuardedMethod> methods) {
        CodeBlock constants = methods.stream()
                .map(method -> CodeBlock.of("$L", method.names().constant()))
                .collect(CodeBlock.joining(", "));
        TypeName list = ParameterizedTypeName.get(ClassName.get(List.class), RuntimeNames.OPERATION);
        return MethodSpec.methodBuilder("operations")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(list)
                .addStatement("return $T.of($L)", List.class, constants)
                .build();
    }
}
