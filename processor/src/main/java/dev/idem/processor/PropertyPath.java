package dev.idem.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * A path over the parameters that resolved.
 *
 * @param argument the parameter that it starts from
 * @param steps the accessors, from left to right; none if the path is a parameter's name
 * @param type the type at its end
 * @param ignored the first name on the path that {@code @KeyIgnore} leaves out of keys
 * @param encoded what {@code @KeyEncodedBy} is on, if it tells how the value at the end is written
 */
record PropertyPath(
        Argument argument,
        List<Accessor> steps,
        TypeMirror type,
        Optional<String> ignored,
        Optional<? extends Element> encoded) {

    PropertyPath {
        steps = List.copyOf(steps);
    }
}
