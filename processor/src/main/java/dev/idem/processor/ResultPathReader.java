package dev.idem.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Resolves paths over the result of a method. It looks inside an {@code Optional}, and inside an HTTP response for what the
 * response itself does not have.
 */
final class ResultPathReader {

    private static final Step CONTENT = new Step("content", "orElse(null)");
    private static final Step BODY = new Step("body", "getBody()");

    private final StepReader steps;
    private final Accessors accessors;
    private final Problems problems;

    ResultPathReader(StepReader steps, Accessors accessors, Problems problems) {
        this.steps = steps;
        this.accessors = accessors;
        this.problems = problems;
    }

    /**
     * The path that a setting names.
     *
     * @param code the problem to report if the method has no result
     */
    Optional<ResultPath> read(Setting setting, CallAnnotation annotation, ProblemCode code) {
        ExecutableElement method = annotation.method();
        TypeMirror result = TypeFacts.requireResolved(annotation.recordedType());
        if (annotation.returned().isVoid()) {
            reject(
                    code,
                    setting,
                    method,
                    "has nothing to read: the method returns " + TypeText.of(method.getReturnType()),
                    "Remove it");
            return Optional.empty();
        }
        return steps.names(setting, method).flatMap(names -> follow(new StepReader.Path(setting, names, 0), result));
    }

    /** Reports what is wrong with a path that resolved. */
    void reject(ProblemCode code, Setting setting, ExecutableElement method, String reason, String remedy) {
        problems.add(code, setting.place(), setting.text(), TypeText.of(method), reason, remedy);
    }

    private Optional<ResultPath> follow(StepReader.Path path, TypeMirror result) {
        List<Step> found = new ArrayList<>();
        TypeMirror type = start(result, path.names().get(0), found);
        for (int i = 0; i < path.names().size(); i++) {
            if (!isOfOptional(type, path.names().get(i))) {
                type = inside(type, found);
            }
            Optional<Accessor> step = steps.read(path, i, type);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            found.add(Step.of(step.get()));
            type = step.get().type();
        }
        TypeMirror end = inside(type, found);
        return Optional.of(new ResultPath(found, type, end));
    }

    /** The body of a response that has no property of this name itself, with the step to it; any other type as it is. */
    private TypeMirror start(TypeMirror result, String name, List<Step> found) {
        if (!ResponseType.includes(result)
                || accessors.find((DeclaredType) result, name).isPresent()) {
            return result;
        }
        found.add(BODY);
        return ((DeclaredType) result).getTypeArguments().get(0);
    }

    /** The content of an Optional, with the step to it; any other type as it is. */
    private static TypeMirror inside(TypeMirror type, List<Step> found) {
        if (!isOptional(type)) {
            return type;
        }
        found.add(CONTENT);
        return ((DeclaredType) type).getTypeArguments().get(0);
    }

    /** Whether the name is what an Optional itself says: {@code present} or {@code empty}. */
    private boolean isOfOptional(TypeMirror type, String name) {
        return isOptional(type)
                && accessors
                        .find((DeclaredType) type, name)
                        .filter(own -> BooleanType.includes(own.type()))
                        .isPresent();
    }

    private static boolean isOptional(TypeMirror type) {
        return type instanceof DeclaredType declared
                && Supertypes.name(declared).equals("java.util.Optional")
                && !TypeFacts.isRaw(declared);
    }
}
