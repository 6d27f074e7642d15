package dev.idem.processor;

import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * How generated code casts a value that it gets as an object.
 *
 * @param type the type that it is cast to
 * @param warnings what the compiler would say about that
 */
record Cast(TypeName type, List<String> warnings) {

    static Cast of(TypeMirror declared, CastType casts) {
        TypeMirror type = casts.of(declared);
        return new Cast(TypeName.of(type), warnings(type));
    }

    private static List<String> warnings(TypeMirror type) {
        if (isGeneric(type)) {
            return isRaw(type) ? List.of("rawtypes", "unchecked") : List.of("unchecked");
        }
        return isRaw(type) ? List.of("rawtypes") : List.of();
    }

    private static boolean isGeneric(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isGeneric(array.getComponentType());
        }
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().stream().anyMatch(argument -> !isUnbounded(argument));
    }

    private static boolean isUnbounded(TypeMirror argument) {
        return argument instanceof WildcardType wildcard
                && TypeFacts.bounds(wildcard).isEmpty();
    }

    private static boolean isRaw(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isRaw(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return TypeFacts.bounds(wildcard).stream().anyMatch(Cast::isRaw);
        }
        return type instanceof DeclaredType declared
                && (TypeFacts.isRaw(declared)
                        || isRaw(declared.getEnclosingType())
                        || declared.getTypeArguments().stream().anyMatch(Cast::isRaw));
    }
}
