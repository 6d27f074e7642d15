package dev.idem.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the constant for one exception that is an outcome, and the methods that take it apart and rebuild it. */
final class ReplayMembers {

    private static final String THROWN = "thrown";
    private static final String EXCEPTION = "exception";
    private static final String PARTS = "parts";

    private ReplayMembers() {}

    static FieldSpec constant(Replay replay, ClassName generated) {
        CodeBlock types = replay.parts().stream()
                .map(part -> OperationConstant.storedType(part.type()))
                .collect(CodeBlock.joining(", "));
        return FieldSpec.builder(
                        RuntimeNames.REPLAYED_EXCEPTION,
                        replay.constant(),
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(
                        "new $T($>$>\n$T.class,\n$T.of($L),\n$T::$L,\n$T::$L)$<$<",
                        RuntimeNames.REPLAYED_EXCEPTION,
                        replay.type(),
                        List.class,
                        types,
                        generated,
                        replay.reader(),
                        generated,
                        replay.factory())
                .build();
    }

    static List<MethodSpec> methods(Replay replay) {
        return List.of(reader(replay), factory(replay));
    }

    private static MethodSpec reader(Replay replay) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(replay.reader())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(ArrayTypeName.of(ClassName.OBJECT))
                .addParameter(Throwable.class, THROWN);
        if (replay.parts().isEmpty()) {
            return method.addStatement("return new $T[0]", Object.class).build();
        }
        boolean isAny = replay.type().equals(ClassName.get(Throwable.class));
        if (!isAny) {
            method.addStatement("$T $L = ($T) $L", replay.type(), EXCEPTION, replay.type(), THROWN);
        }
        CodeBlock values = replay.parts().stream()
                .map(part -> CodeBlock.of("$L.$L", isAny ? THROWN : EXCEPTION, part.code()))
                .collect(CodeBlock.joining(", "));
        return method.addStatement("return new $T[] {$L}", Object.class, values).build();
    }

    private static MethodSpec factory(Replay replay) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(replay.factory())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(Throwable.class)
                .addParameter(ArrayTypeName.of(ClassName.OBJECT), PARTS);
        List<String> warnings = replay.parts().stream()
                .flatMap(part -> part.cast().warnings().stream())
                .distinct()
                .sorted()
                .toList();
        if (!warnings.isEmpty()) {
            method.addAnnotation(ContentMethod.suppress(warnings));
        }
        return method.addStatement(
                        "return new $T($L)",
                        replay.type(),
                        arguments(replay).stream().collect(CodeBlock.joining(", ")))
                .build();
    }

    private static List<CodeBlock> arguments(Replay replay) {
        List<CodeBlock> arguments = new ArrayList<>();
        int index = 0;
        for (ReplayArgument argument : replay.arguments()) {
            if (argument instanceof ReplayArgument.Part part) {
                arguments.add(CodeBlock.of("($T) $L[$L]", part.cast().type(), PARTS, index++));
            } else if (argument instanceof ReplayArgument.NoCause cause) {
                // Several constructors may take a null here.
                arguments.add(CodeBlock.of("($T) null", cause.type()));
            }
        }
        return arguments;
    }
}
