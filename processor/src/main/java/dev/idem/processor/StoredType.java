package dev.idem.processor;

import com.palantir.javapoet.TypeName;
import java.util.List;

/** A result type as the codec is told it: the class, then its type arguments. */
record StoredType(TypeName raw, List<StoredType> arguments) {

    StoredType {
        arguments = List.copyOf(arguments);
    }
}
