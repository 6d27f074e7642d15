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
 * @param writtenTypes the types that they write with methods of their own
 * @param encoders the encoders that write the rest
 */
record GuardedType(
        TypeElement origin,
        ClassName generated,
        List<GuardedMethod> methods,
        List<WrittenType> writtenTypes,
        List<EncoderConstant> encoders) {

    GuardedType {
        methods = List.copyOf(methods);
        writtenTypes = List.copyOf(writtenTypes);
        encoders = List.copyOf(encoders);
    }
}
