package dev.idem.processor;

import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The two types of truth. */
final class BooleanType {

    private BooleanType() {}

    /** Whether this is {@code boolean} or {@code Boolean}. */
    static boolean includes(TypeMirror type) {
        if (type.getKind() == TypeKind.DECLARED) {
            return Supertypes.name((DeclaredType) type).equals("java.lang.Boolean");
        }
        return type.getKind() == TypeKind.BOOLEAN;
    }
}
