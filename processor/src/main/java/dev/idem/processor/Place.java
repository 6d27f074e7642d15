package dev.idem.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * The smallest piece of the user's source that a problem is about.
 *
 * @param element always inside the type being compiled, so that the compiler can show its line
 * @param annotation the annotation on the element, if the problem is in it
 * @param value the value in the annotation, if the problem is in it
 */
record Place(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value) {

    static Place of(Element element) {
        return new Place(element, null, null);
    }
}
