package dev.idem.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

/** The types that a sealed type permits, with the type arguments that follow from its own. */
final class Subtypes {

    private Subtypes() {}

    /** Whether the form of the type is that of its permitted subtypes. Enums with bodies are sealed too, but enums. */
    static boolean isSealed(TypeElement element) {
        return element.getModifiers().contains(Modifier.SEALED) && element.getKind() != ElementKind.ENUM;
    }

    /** The permitted subtypes that a value of the type can have, in the order of the declaration. */
    static List<DeclaredType> of(DeclaredType type, Types types) {
        return Supertypes.element(type).getPermittedSubclasses().stream()
                .map(subtype -> Supertypes.resolved(subtype))
                .flatMap(subtype -> view(Supertypes.element(subtype), type, types).stream())
                .toList();
    }

    /** The types whose instances a value of the type can be: those at the leaves, and classes on the way to them. */
    static List<DeclaredType> withInstances(DeclaredType type, Types types) {
        TypeElement element = Supertypes.element(type);
        if (!isSealed(element)) {
            return List.of(type);
        }
        Stream<DeclaredType> own =
                element.getModifiers().contains(Modifier.ABSTRACT) ? Stream.empty() : Stream.of(type);
        return Stream.concat(own, of(type, types).stream().flatMap(subtype -> withInstances(subtype, types).stream()))
                .toList();
    }

    /** Empty for a subtype whose type arguments contradict those of the type. */
    private static Optional<DeclaredType> view(TypeElement subtype, DeclaredType type, Types types) {
        DeclaredType inherited = Supertypes.all((DeclaredType) subtype.asType(), types).stream()
                .filter(supertype -> supertype.asElement().equals(type.asElement()))
                .findFirst()
                .orElseThrow();
        Map<Element, TypeMirror> arguments = new HashMap<>();
        if (!matches(inherited, type, arguments)) {
            return Optional.empty();
        }
        DeclaredType view = types.getDeclaredType(
                subtype,
                subtype.getTypeParameters().stream()
                        .map(parameter -> arguments.getOrDefault(parameter, parameter.asType()))
                        .toArray(TypeMirror[]::new));
        return TypeFacts.isOpen(view) || types.isSubtype(view, type) ? Optional.of(view) : Optional.empty();
    }

    /** Whether the types can be equal, if what is {@code found} stands for the type variables of {@code pattern}. */
    private static boolean matches(TypeMirror pattern, TypeMirror type, Map<Element, TypeMirror> found) {
        if (pattern instanceof TypeVariable variable) {
            found.putIfAbsent(variable.asElement(), type);
            return !type.getKind().isPrimitive();
        }
        if (pattern instanceof ArrayType left && type instanceof ArrayType right) {
            return matches(left.getComponentType(), right.getComponentType(), found);
        }
        if (pattern instanceof DeclaredType left && type instanceof DeclaredType right) {
            List<? extends TypeMirror> arguments = left.getTypeArguments();
            return left.asElement().equals(right.asElement())
                    && IntStream.range(0, arguments.size())
                            .allMatch(i -> matches(
                                    arguments.get(i), right.getTypeArguments().get(i), found));
        }
        return pattern.getKind() == type.getKind();
    }
}
