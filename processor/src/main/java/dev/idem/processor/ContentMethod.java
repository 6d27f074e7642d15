package dev.idem.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/** Writes the methods that take the arguments of a call: for its content, for {@code unless}, and for its key. */
final class ContentMethod {

    private static final String ARGUMENTS = "arguments";

    private ContentMethod() {}

    /** The method that writes the content of a call. */
    static MethodSpec content(GuardedMethod method, NameConstants names) {
        Map<Integer, Argument> arguments = arguments(method.content());
        NameAllocator locals = names(arguments.values());
        CodeBlock.Builder code = CodeBlock.builder();
        arguments.values().forEach(argument -> read(argument, locals, code));
        if (method.content() instanceof Content.Whole whole) {
            whole(whole, locals, code);
        } else if (method.content() instanceof Content.Members members) {
            members(members, names, locals, code);
        }
        return start(method.names().writer(), arguments.values())
                .returns(TypeName.VOID)
                .addParameter(RuntimeNames.CANONICAL_WRITER, ShapeWriter.OUT)
                .addCode(code.build())
                .build();
    }

    private static Map<Integer, Argument> arguments(Content content) {
        Map<Integer, Argument> arguments = new TreeMap<>();
        if (content instanceof Content.Whole whole) {
            arguments.put(whole.argument().index(), whole.argument());
        } else if (content instanceof Content.Members members) {
            members.parts().forEach(part -> arguments.put(part.argument().index(), part.argument()));
        }
        return arguments;
    }

    private static void whole(Content.Whole whole, NameAllocator locals, CodeBlock.Builder code) {
        String value = locals.get(whole.argument());
        code.beginControlFlow("if ($L != null)", value);
        whole.writer()
                .ifPresentOrElse(
                        writer -> code.addStatement("$L($L, $L)", writer, value, ShapeWriter.OUT),
                        () -> code.addStatement("$L.raw($L)", ShapeWriter.OUT, value));
        code.endControlFlow();
    }

    private static void members(
            Content.Members members, NameConstants names, NameAllocator locals, CodeBlock.Builder code) {
        code.addStatement("$L.beginObject()", ShapeWriter.OUT);
        for (ContentPart part : members.parts()) {
            new ShapeWriter(code, locals.clone(), names)
                    .member(part.name(), locals.get(part.argument()), true, part.steps(), part.shape());
        }
        code.addStatement("$L.endObject()", ShapeWriter.OUT);
    }

    /** The method that says whether a call goes straight through. */
    static MethodSpec unless(Bypass bypass) {
        List<Argument> arguments = List.of(bypass.argument());
        NameAllocator locals = names(arguments);
        CodeBlock.Builder code = CodeBlock.builder();
        read(bypass.argument(), locals, code);
        code.add(bypass.condition().code(locals.get(bypass.argument()), locals));
        return start(bypass.writer(), arguments)
                .returns(TypeName.BOOLEAN)
                .addCode(code.build())
                .build();
    }

    /** The method that reads the client's key. */
    static MethodSpec clientKey(ClientKey key) {
        List<Argument> arguments = List.of(key.argument());
        NameAllocator locals = names(arguments);
        CodeBlock.Builder code = CodeBlock.builder();
        read(key.argument(), locals, code);
        String local = locals.get(key.argument());
        MethodSpec.Builder method = start(key.reader(), arguments).returns(String.class);
        if (key.conversion().isEmpty()) {
            code.addStatement("return $L", local);
        } else {
            // In a package that is marked as free of null, its checker would want an annotation that may not be there.
            method.addAnnotation(suppress(List.of("NullAway")));
            code.addStatement("return $L == null ? null : $L$L", local, local, key.conversion());
        }
        return method.addCode(code.build()).build();
    }

    private static MethodSpec.Builder start(String name, Collection<Argument> arguments) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(ArrayTypeName.of(ClassName.OBJECT), ARGUMENTS);
        List<String> warnings = arguments.stream()
                .flatMap(argument -> argument.cast().warnings().stream())
                .distinct()
                .sorted()
                .toList();
        if (!warnings.isEmpty()) {
            method.addAnnotation(suppress(warnings));
        }
        return method;
    }

    /** {@code @SuppressWarnings} with these names. */
    static AnnotationSpec suppress(List<String> warnings) {
        AnnotationSpec.Builder annotation = AnnotationSpec.builder(SuppressWarnings.class);
        warnings.forEach(warning -> annotation.addMember("value", "$S", warning));
        return annotation.build();
    }

    private static NameAllocator names(Collection<Argument> arguments) {
        NameAllocator names = new NameAllocator();
        names.newName(ARGUMENTS);
        names.newName(ShapeWriter.OUT);
        arguments.forEach(argument -> names.newName(argument.name(), argument));
        return names;
    }

    private static void read(Argument argument, NameAllocator locals, CodeBlock.Builder code) {
        TypeName type = argument.cast().type();
        String local = locals.get(argument);
        if (type.equals(ClassName.OBJECT)) {
            code.addStatement("$T $L = $L[$L]", type, local, ARGUMENTS, argument.index());
        } else {
            code.addStatement("$T $L = ($T) $L[$L]", type, local, type, ARGUMENTS, argument.index());
        }
    }
}
