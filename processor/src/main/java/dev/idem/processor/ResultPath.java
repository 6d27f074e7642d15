package dev.idem.processor;

import java.util.List;
import javax.lang.model.type.TypeMirror;

/**
 * A path over a result that resolved.
 *
 * @param steps how it is read, from left to right; the content of an {@code Optional} and the body of a response are steps
 * @param declared the type of its last property
 * @param end the type of what is read there: that one, or the content of an {@code Optional}
 */
record ResultPath(List<Step> steps, TypeMirror declared, TypeMirror end) {

    ResultPath {
        steps = List.copyOf(steps);
    }
}
