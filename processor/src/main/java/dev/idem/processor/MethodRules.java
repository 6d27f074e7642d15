package dev.idem.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/** The rules that a method must obey to be guarded at all, one check each. */
final class MethodRules {

    private static final String CONTINUATION = "kotlin.coroutines.Continuation";

    private final Weaving weaving;
    private final Problems problems;

    MethodRules(Weaving weaving, Problems problems) {
        this.weaving = weaving;
        this.problems = problems;
    }

    /** False for a method whose signature is not worth a further look; the problem was added. */
    boolean allow(CallAnnotation annotation) {
        checkModifiers(annotation);
        checkNotInPrivateClass(annotation);
        checkTransaction(annotation);
        return isNotGeneric(annotation) && isNotSuspended(annotation);
    }

    private void checkModifiers(CallAnnotation annotation) {
        if (weaving == Weaving.PROXY) {
            checkNotStatic(annotation);
            checkNotPrivate(annotation);
            checkNotFinal(annotation);
        } else {
            checkHasBodyInClass(annotation);
        }
    }

    private void checkNotStatic(CallAnnotation annotation) {
        if (is(Modifier.STATIC, annotation.method())) {
            reject(ProblemCode.STATIC_METHOD, annotation);
        }
    }

    private void checkNotPrivate(CallAnnotation annotation) {
        if (is(Modifier.PRIVATE, annotation.method())) {
            reject(ProblemCode.PRIVATE_METHOD, annotation);
        }
    }

    private void checkNotFinal(CallAnnotation annotation) {
        ExecutableElement method = annotation.method();
        if (is(Modifier.STATIC, method) || is(Modifier.PRIVATE, method)) {
            return;
        }
        if (is(Modifier.FINAL, method)) {
            reject(ProblemCode.FINAL_METHOD, annotation, "Remove 'final' from the method");
        } else if (is(Modifier.FINAL, TypeFacts.owner(method))) {
            String type = TypeFacts.owner(method).getSimpleName().toString();
            reject(ProblemCode.FINAL_METHOD, annotation, "Make " + type + " a class that is not final");
        }
    }

    private void checkHasBodyInClass(CallAnnotation annotation) {
        ExecutableElement method = annotation.method();
        if (is(Modifier.ABSTRACT, method) || TypeFacts.owner(method).getKind().isInterface()) {
            reject(ProblemCode.ABSTRACT_METHOD, annotation);
        }
    }

    private boolean isNotGeneric(CallAnnotation annotation) {
        List<? extends TypeParameterElement> parameters = annotation.method().getTypeParameters();
        if (!parameters.isEmpty()) {
            reject(ProblemCode.GENERIC_METHOD, annotation, parameters.get(0).getSimpleName());
        }
        return parameters.isEmpty();
    }

    private void checkNotInPrivateClass(CallAnnotation annotation) {
        privateClassAround(annotation.method())
                .ifPresent(type -> reject(ProblemCode.PRIVATE_CLASS, annotation, type.getSimpleName()));
    }

    private static Optional<Element> privateClassAround(ExecutableElement method) {
        for (Element type = TypeFacts.owner(method); type instanceof TypeElement; type = type.getEnclosingElement()) {
            if (is(Modifier.PRIVATE, type)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private void checkTransaction(CallAnnotation annotation) {
        if (annotation.isTrue("joinsTransaction") && annotation.returned().shape() != Returned.Shape.VALUE) {
            ExecutableElement method = annotation.method();
            annotation
                    .text("joinsTransaction")
                    .ifPresent(setting -> problems.add(
                            ProblemCode.ASYNC_TRANSACTION,
                            setting.place(),
                            TypeText.of(method),
                            TypeText.of(method.getReturnType())));
        }
    }

    private boolean isNotSuspended(CallAnnotation annotation) {
        boolean suspended = annotation.method().getParameters().stream().anyMatch(MethodRules::isContinuation);
        if (suspended) {
            reject(ProblemCode.SUSPEND_FUNCTION, annotation);
        }
        return !suspended;
    }

    private static boolean isContinuation(VariableElement parameter) {
        return parameter.asType() instanceof DeclaredType type
                && Supertypes.name(type).equals(CONTINUATION);
    }

    private static boolean is(Modifier modifier, Element element) {
        return element.getModifiers().contains(modifier);
    }

    private void reject(ProblemCode code, CallAnnotation annotation) {
        problems.add(code, annotation.place(), TypeText.of(annotation.method()));
    }

    private void reject(ProblemCode code, CallAnnotation annotation, Object detail) {
        problems.add(code, annotation.place(), TypeText.of(annotation.method()), detail);
    }
}
