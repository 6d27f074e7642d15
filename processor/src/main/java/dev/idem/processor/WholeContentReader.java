package dev.idem.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads {@code @KeyContent}. */
final class WholeContentReader {

    private static final List<ClassName> CONTRADICTIONS =
            List.of(RuntimeNames.KEY_IGNORE, RuntimeNames.IDEMPOTENCY_KEY, RuntimeNames.KEY_ENCODED_BY);

    private final CastType casts;
    private final ShapeReader shapes;
    private final ParameterRule rule;

    WholeContentReader(CastType casts, ShapeReader shapes, Problems problems) {
        this.casts = casts;
        this.shapes = shapes;
        this.rule = new ParameterRule(RuntimeNames.KEY_CONTENT, ProblemCode.BAD_KEY_CONTENT, problems);
    }

    static boolean isWholeContent(VariableElement parameter) {
        return Annotations.has(parameter, RuntimeNames.KEY_CONTENT);
    }

    /** The content; empty only if problems were added. */
    Optional<Content> read(int index, CallAnnotation annotation) {
        VariableElement parameter = annotation.method().getParameters().get(index);
        if (!isAlone(parameter, annotation)) {
            return Optional.empty();
        }
        Argument argument = Argument.of(index, parameter, casts);
        TypeMirror type = TypeFacts.requireResolved(parameter.asType());
        if (isRaw(type)) {
            return Optional.of(new Content.Whole(argument, Optional.empty()));
        }
        if (!isRecord(type)) {
            rule.reject(
                    parameter,
                    annotation,
                    "has type " + TypeText.of(type) + ", whose form is no content",
                    "Use String, byte[] or a record");
            return Optional.empty();
        }
        return shapes.read(
                        type,
                        new KeyTrail(
                                Place.of(parameter), parameter.getSimpleName().toString()))
                .map(shape -> new Content.Whole(argument, Optional.of(((Shape.Structure) shape).writer())));
    }

    private static boolean isRecord(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement().getKind() == ElementKind.RECORD
                && !EncoderReader.isEncoded(declared.asElement());
    }

    private static boolean isRaw(TypeMirror type) {
        return type instanceof ArrayType array
                ? array.getComponentType().getKind() == TypeKind.BYTE
                : type instanceof DeclaredType declared
                        && Supertypes.name(declared).equals("java.lang.String");
    }

    private boolean isAlone(VariableElement parameter, CallAnnotation annotation) {
        for (ClassName contradiction : CONTRADICTIONS) {
            if (Annotations.has(parameter, contradiction)) {
                rule.reject(
                        parameter,
                        annotation,
                        "is annotated @" + contradiction.simpleName() + " too: it cannot be both",
                        "Remove one of the two annotations");
                return false;
            }
        }
        if (!annotation.texts("key").isEmpty()) {
            rule.reject(
                    parameter,
                    annotation,
                    "is the whole content already: key has nothing to add",
                    "Remove key or the annotation");
            return false;
        }
        Optional<? extends VariableElement> other =
                others(parameter, annotation).findFirst();
        other.ifPresent(element -> rule.reject(
                parameter,
                annotation,
                "is not the only key parameter: '" + element.getSimpleName() + "' would be missing from the key",
                "Annotate the others @KeyIgnore, or take a record of all of them"));
        return other.isEmpty();
    }

    private static Stream<? extends VariableElement> others(VariableElement parameter, CallAnnotation annotation) {
        return annotation.method().getParameters().stream()
                .filter(other -> !other.equals(parameter))
                .filter(other -> !Annotations.has(other, RuntimeNames.KEY_IGNORE))
                .filter(other -> !ClientKeyReader.isClientKey(other));
    }
}
