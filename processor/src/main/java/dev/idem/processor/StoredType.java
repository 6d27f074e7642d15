package dev.idem.processor;

import com.palantir.javapoet.TypeName;
import java.util.List;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** A type as the codec is told it: the class, then its type arguments. */
record StoredType(TypeName raw, List<StoredType> arguments) {

    StoredType {
        arguments = List.copyOf(arguments);
    }

    static StoredType of(TypeMirror type, Types types) {
        return new StoredType(
                TypeName.get(types.erasure(type)),
                arguments(type).stream().map(argument -> of(argument, types)).toList());
    }

    /** The type arguments of a type; none for what has none. */
    static List<? extends TypeMirror> arguments(TypeMirror type) {
        return type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
    }
}
