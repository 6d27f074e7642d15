package dev.idem.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Turns one type with annotated methods into its model, or into problems. */
final class GuardedTypeReader {

    private static final String SUFFIX = "_IdempotentCalls";

    private final Tools tools;
    private final Weaving weaving;

    GuardedTypeReader(Tools tools, Weaving weaving) {
        this.tools = tools;
        this.weaving = weaving;
    }

    /** The model; incomplete and of no use if problems were added. */
    GuardedType read(TypeElement type, Problems problems) {
        UniqueNames names = new UniqueNames();
        Map<CallAnnotation, MethodNames> annotations = annotations(type, names);
        Map<String, ExecutableElement> operations = new HashMap<>();
        MethodReader reader = new MethodReader(tools, weaving, type, names, problems);
        List<GuardedMethod> methods = new ArrayList<>();
        annotations.forEach((annotation, methodNames) -> {
            try {
                checkOperation(annotation, operations, problems);
                reader.read(annotation, methodNames).ifPresent(methods::add);
            } catch (UnresolvedTypeException e) {
                rejectUnresolved(annotation, e.type(), problems);
            }
        });
        return new GuardedType(
                type, generated(type), methods, reader.writtenTypes(), reader.encoders(), reader.replays());
    }

    /** Methods get their names before the types that they meet, so that new types rename no method. */
    private static Map<CallAnnotation, MethodNames> annotations(TypeElement type, UniqueNames names) {
        Map<CallAnnotation, MethodNames> annotations = new LinkedHashMap<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            Annotations.find(method, RuntimeNames.IDEMPOTENT_CALL)
                    .ifPresent(mirror -> annotations.put(
                            CallAnnotation.of(method, mirror),
                            MethodNames.of(method.getSimpleName().toString(), names)));
        }
        return annotations;
    }

    private static void checkOperation(
            CallAnnotation annotation, Map<String, ExecutableElement> operations, Problems problems) {
        ExecutableElement other = operations.putIfAbsent(annotation.operation(), annotation.method());
        if (other != null) {
            rejectOperation(annotation, other, problems);
        }
    }

    private static void rejectOperation(CallAnnotation annotation, ExecutableElement other, Problems problems) {
        problems.add(
                ProblemCode.DUPLICATE_OPERATION,
                annotation.text("operation").map(Setting::place).orElse(annotation.place()),
                TypeText.of(annotation.method()),
                annotation.operation(),
                TypeText.of(other),
                annotation.operation() + "2");
    }

    private static void rejectUnresolved(CallAnnotation annotation, String type, Problems problems) {
        problems.add(ProblemCode.UNRESOLVED_TYPE, annotation.place(), TypeText.of(annotation.method()), type);
    }

    private static ClassName generated(TypeElement type) {
        ClassName name = ClassName.of(type);
        return new ClassName(name.packageName(), name.name().replace('.', '_') + SUFFIX);
    }
}
