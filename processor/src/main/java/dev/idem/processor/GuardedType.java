package dev.idem.processor;

import com.palantir.javapoet.ClassName;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * A type with guarded methods, ready to be written.
 *
 * @param origin the type itself
 * @param generated the class to generate
 * @param methods its guarded methods in order of declaration
 * @param writtenTypes the records and classes that they write
 */
record GuardedType(
        TypeElement origin, ClassName generated, List<GuardedMethod> methods, List<WrittenType> writtenTypes) {

    GuardedType {
        methods = List.copyOf(methods);
        writtenTypes = List.copyOf(writtenTypes);
    }
}
