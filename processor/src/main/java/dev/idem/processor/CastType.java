package dev.idem.processor;

import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Finds the type that generated code casts an argument to: the declared one, with wildcards for the type arguments that
 * it cannot name, since they are private or belong to the type variables of the guarded class.
 */
final class CastType {

    private final Types types;
    private final Visibility visibility;

    CastType(Tools tools, Visibility visibility) {
        this.types = tools.types();
        this.visibility = visibility;
    }

    TypeMirror of(TypeMirror type) {
        if (isNameable(type)) {
            return type;
        }
        if (type instanceof ArrayType array) {
            return types.getArrayType(of(array.getComponentType()));
        }
        if (type.getKind() == TypeKind.DECLARED && !isInsideGeneric((DeclaredType) type)) {
            DeclaredType declared = (DeclaredType) type;
            TypeMirror[] arguments =
                    declared.getTypeArguments().stream().map(this::argument).toArray(TypeMirror[]::new);
            return types.getDeclaredType(Supertypes.element(declared), arguments);
        }
        return types.erasure(type);
    }

    private TypeMirror argument(TypeMirror type) {
        if (isNameable(type)) {
            return type;
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() == null ? wildcard(null) : argument(wildcard.getExtendsBound());
        }
        return wildcard(visibility.sees(types.erasure(type)) ? of(type) : null);
    }

    private TypeMirror wildcard(@Nullable TypeMirror bound) {
        return types.getWildcardType(bound, null);
    }

    private boolean isNameable(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isNameable(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return areNameable(TypeFacts.bounds(wildcard));
        }
        if (type.getKind() == TypeKind.DECLARED) {
            DeclaredType declared = (DeclaredType) type;
            return visibility.sees(type) && !isInsideGeneric(declared) && areNameable(declared.getTypeArguments());
        }
        return type.getKind().isPrimitive();
    }

    private boolean areNameable(List<? extends TypeMirror> all) {
        return all.stream().allMatch(this::isNameable);
    }

    private static boolean isInsideGeneric(DeclaredType type) {
        return type.getEnclosingType() instanceof DeclaredType outer
                && !outer.getTypeArguments().isEmpty();
    }
}
