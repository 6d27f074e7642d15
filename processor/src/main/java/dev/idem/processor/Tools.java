package dev.idem.processor;

import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What the compiler knows about elements and types. */
record Tools(Elements elements, Types types) {

    /** Whether an exception of this type need not be declared. */
    boolean isUnchecked(TypeMirror thrown) {
        return Stream.of("java.lang.RuntimeException", "java.lang.Error")
                .map(name -> elements.getTypeElement(name).asType())
                .anyMatch(root -> types.isSubtype(thrown, root));
    }
}
