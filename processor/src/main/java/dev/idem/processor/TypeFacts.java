package dev.idem.processor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Plain questions about types. */
final class TypeFacts {

    private static final ClassName FUNCTIONAL_INTERFACE = new ClassName("java.lang", "FunctionalInterface");
    private static final int DEEPEST_NESTING = 16;

    private TypeFacts() {}

    /**
     * The type itself.
     *
     * @throws UnresolvedTypeException if it, or a part of it, does not exist yet
     */
    static TypeMirror requireResolved(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            throw new UnresolvedTypeException(TypeText.of(type));
        }
        if (type instanceof ArrayType array) {
            requireResolved(array.getComponentType());
        } else if (type instanceof WildcardType wildcard) {
            bounds(wildcard).forEach(TypeFacts::requireResolved);
        } else if (type instanceof DeclaredType declared) {
            declared.getTypeArguments().forEach(TypeFacts::requireResolved);
        }
        return type;
    }

    /** The type that declares a member. */
    static TypeElement owner(Element member) {
        return (TypeElement) Objects.requireNonNull(member.getEnclosingElement());
    }

    /** Whether a generic type is used without type arguments. */
    static boolean isRaw(DeclaredType type) {
        return type.getTypeArguments().isEmpty()
                && !Supertypes.element(type).getTypeParameters().isEmpty();
    }

    /** The bounds of a wildcard: one or none. */
    static List<TypeMirror> bounds(WildcardType wildcard) {
        return Stream.of(Optional.ofNullable(wildcard.getExtendsBound()), Optional.ofNullable(wildcard.getSuperBound()))
                .flatMap(Optional::stream)
                .<TypeMirror>map(bound -> bound)
                .toList();
    }

    /** Whether a type argument, however deep, is a wildcard or a type variable. */
    static boolean isOpen(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isOpen(array.getComponentType());
        }
        return type instanceof DeclaredType declared
                ? declared.getTypeArguments().stream().anyMatch(TypeFacts::isOpen)
                : !type.getKind().isPrimitive();
    }

    /** Whether the type comes with the JDK, or takes part of its names. */
    static boolean isOfJdk(DeclaredType type) {
        String name = Supertypes.name(type);
        return name.startsWith("java.") || name.startsWith("javax.");
    }

    static boolean isInner(TypeElement type) {
        return type.getKind() == ElementKind.CLASS
                && type.getEnclosingElement() instanceof TypeElement
                && !type.getModifiers().contains(Modifier.STATIC);
    }

    static boolean isFunction(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE && Annotations.has(type, FUNCTIONAL_INTERFACE);
    }

    /** Whether type arguments are nested deeper than anybody writes: the sign of a type that expands for ever. */
    static boolean isEndless(TypeMirror type) {
        return nesting(type) > DEEPEST_NESTING;
    }

    private static int nesting(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return 1 + nesting(array.getComponentType());
        }
        return type instanceof DeclaredType declared
                ? declared.getTypeArguments().stream()
                        .mapToInt(argument -> 1 + nesting(argument))
                        .max()
                        .orElse(0)
                : 0;
    }
}
