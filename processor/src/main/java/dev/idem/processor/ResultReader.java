package dev.idem.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** Reads the result type of a method, or reports why it cannot be stored and replayed. */
final class ResultReader {

    private final Tools tools;
    private final Visibility visibility;
    private final Problems problems;

    ResultReader(Tools tools, Visibility visibility, Problems problems) {
        this.tools = tools;
        this.visibility = visibility;
        this.problems = problems;
    }

    Optional<StoredType> read(CallAnnotation annotation) {
        ExecutableElement method = annotation.method();
        List<Unstorable> objections = annotation.returned().isVoid()
                ? List.of()
                : new StorableCheck(tools).objections(annotation.recordedType());
        if (objections.isEmpty()) {
            return Optional.of(annotation.recordedType())
                    .filter(type -> isVisible(type, annotation))
                    .map(type -> StoredType.of(type, tools));
        }
        for (Unstorable objection : objections) {
            problems.add(
                    ProblemCode.UNSTORABLE_RESULT,
                    annotation.place(),
                    TypeText.of(method),
                    TypeText.of(method.getReturnType()),
                    objection.culprit(),
                    objection.reason().reason(),
                    objection.reason().remedy());
        }
        return Optional.empty();
    }

    /** Only what generated code names must be visible, and not the members. */
    private boolean isVisible(TypeMirror type, CallAnnotation annotation) {
        List<TypeMirror> invisible = StoredType.named(type, tools)
                .filter(named -> !visibility.sees(named))
                .toList();
        invisible.forEach(named -> problems.add(
                ProblemCode.INVISIBLE_TYPE,
                annotation.place(),
                TypeText.of(annotation.method()),
                TypeText.of(named),
                visibility.packageName()));
        return invisible.isEmpty();
    }
}
