package dev.idem.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import java.util.List;
import java.util.NavigableMap;
import javax.lang.model.element.Modifier;

/** Writes the method that lists the types from other artifacts. */
final class ForeignMethod {

    private ForeignMethod() {}

    static MethodSpec of(NavigableMap<String, List<String>> types) {
        CodeBlock list = types.entrySet().stream()
                .map(type -> CodeBlock.of(
                        "\nnew $T($S, $T.of($L))",
                        RuntimeNames.FOREIGN_TYPE,
                        type.getKey(),
                        List.class,
                        texts(type.getValue())))
                .collect(CodeBlock.joining(","));
        return MethodSpec.methodBuilder("foreignTypes")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), RuntimeNames.FOREIGN_TYPE))
                .addStatement("return $T.of($L)", List.class, list)
                .build();
    }

    private static CodeBlock texts(List<String> members) {
        return members.stream().map(member -> CodeBlock.of("$S", member)).collect(CodeBlock.joining(", "));
    }
}
