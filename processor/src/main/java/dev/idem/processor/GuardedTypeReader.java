package dev.idem.processor;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        checkOperations(annotations.keySet(), problems);
        MethodReader reader = new MethodReader(tools, weaving, type, names, problems);
        List<GuardedMethod> methods = new ArrayList<>();
        annotations.forEach((annotation, methodNames) ->
                read(annotation, methodNames, reader, problems).ifPresent(methods::add));
        return new GuardedType(type, generated(type), methods, reader.valueTypes());
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

    private static void checkOperations(Iterable<CallAnnotation> annotations, Problems problems) {
        Map<String, ExecutableElement> first = new HashMap<>();
        for (CallAnnotation annotation : annotations) {
            ExecutableElement other = first.putIfAbsent(annotation.operation(), annotation.method());
            if (other != null) {
                rejectOperation(annotation, other, problems);
            }
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

    private static Optional<GuardedMethod> read(
            CallAnnotation annotation, MethodNames names, MethodReader reader, Problems problems) {
        try {
            return reader.read(annotation, names);
        } catch (UnresolvedTypeException e) {
            problems.add(ProblemCode.UNRESOLVED_TYPE, annotation.place(), TypeText.of(annotation.method()), e.type());
            return Optional.empty();
        }
    }

    private static ClassName generated(TypeElement type) {
        ClassName name = ClassName.get(type);
        return ClassName.get(name.packageName(), String.join("_", name.simpleNames()) + SUFFIX);
    }
}
