package dev.idem.processor;

import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Finds annotations by name, so that their classes need not be on the processor's path. */
final class Annotations {

    /** What the compiler puts in place of a constant or class that does not exist. */
    static final String UNRESOLVED = "<error>";

    private Annotations() {}

    static Optional<AnnotationMirror> find(Element element, ClassName name) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (isNamed(mirror, name.canonicalName())) {
                return Optional.of(mirror);
            }
        }
        return Optional.empty();
    }

    static boolean has(Element element, ClassName name) {
        return find(element, name).isPresent();
    }

    /** The annotation on the element, or the element where it has none. */
    static Place place(Element element, ClassName name) {
        return find(element, name)
                .map(mirror -> new Place(element, mirror, null))
                .orElseGet(() -> Place.of(element));
    }

    /**
     * The attribute {@code value} of an annotation.
     *
     * @throws UnresolvedTypeException if it is a constant that does not exist yet
     */
    static Optional<AnnotationValue> value(Element element, ClassName name) {
        return find(element, name)
                .flatMap(mirror -> mirror.getElementValues().entrySet().stream()
                        .filter(entry -> entry.getKey().getSimpleName().contentEquals("value"))
                        .<AnnotationValue>map(Map.Entry::getValue)
                        .map(value -> requireResolved(value, mirror))
                        .findFirst());
    }

    /** Whether an annotation has this simple name, in whatever package. */
    static boolean hasSimpleName(Element element, String simpleName) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(mirror ->
                        mirror.getAnnotationType().asElement().getSimpleName().contentEquals(simpleName));
    }

    private static AnnotationValue requireResolved(AnnotationValue value, AnnotationMirror mirror) {
        if (String.valueOf(value.getValue()).equals(UNRESOLVED)) {
            throw new UnresolvedTypeException(
                    "@" + mirror.getAnnotationType().asElement().getSimpleName() + "(…)");
        }
        return value;
    }

    private static boolean isNamed(AnnotationMirror mirror, String name) {
        return mirror.getAnnotationType().asElement() instanceof TypeElement type
                && type.getQualifiedName().contentEquals(name);
    }
}
