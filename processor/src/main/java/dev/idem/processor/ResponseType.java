package dev.idem.processor;

import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Spring's {@code ResponseEntity}, which is recorded as its status, some headers and its body. */
final class ResponseType {

    private static final String NAME = "org.springframework.http.ResponseEntity";

    private ResponseType() {}

    /** Whether the type is a response whose body has a declared type. */
    static boolean includes(TypeMirror type) {
        return isNamed(type, NAME) && !TypeFacts.isRaw((DeclaredType) type);
    }

    /** Whether a response with such a body has none. */
    static boolean isBodiless(TypeMirror body) {
        return isNamed(body, "java.lang.Void");
    }

    private static boolean isNamed(TypeMirror type, String name) {
        return type instanceof DeclaredType declared
                && Supertypes.name(declared).equals(name);
    }
}
