package dev.idem.processor;

import com.palantir.javapoet.ClassName;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Finds annotations by name, so that their classes need not be on the processor's path. */
final class Annotations {

    private Annotations() {}

    static Optional<? extends AnnotationMirror> find(Element element, ClassName name) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> isNamed(mirror, name.canonicalName()))
                .findFirst();
    }

    static boolean has(Element element, ClassName name) {
        return find(element, name).isPresent();
    }

    /** Whether an annotation has this simple name, in whatever package. */
    static boolean hasSimpleName(Element element, String simpleName) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(mirror ->
                        mirror.getAnnotationType().asElement().getSimpleName().contentEquals(simpleName));
    }

    private static boolean isNamed(AnnotationMirror mirror, String name) {
        return mirror.getAnnotationType().asElement() instanceof TypeElement type
                && type.getQualifiedName().contentEquals(name);
    }
}
