package dev.idem.processor;

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
 * @param replays the exceptions that are outcomes of its methods
 */
record GuardedType(
        TypeElement origin,
        ClassName generated,
        List<GuardedMethod> methods,
        List<WrittenType> writtenTypes,
        List<EncoderConstant> encoders,
        List<Replay> replays) {

    GuardedType {
        methods = List.copyOf(methods);
        writtenTypes = List.copyOf(writtenTypes);
        encoders = List.copyOf(encoders);
        replays = List.copyOf(replays);
    }
}
