package dev.idem.processor;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Proves of the type of a storable result that nobody can change a value of it, if nobody can change the lists, sets and
 * maps in it: records, enums, the scalars that are stored, collections and Optionals of these, and sealed types whose
 * values are all such.
 */
final class ImmutableTypes {

    private final Tools tools;

    /** The types on the way, since a type can be inside itself. */
    private final Set<String> seen = new HashSet<>();

    ImmutableTypes(Tools tools) {
        this.tools = tools;
    }

    boolean include(TypeMirror type) {
        return type.getKind().isPrimitive() || (type instanceof DeclaredType declared && includeDeclared(declared));
    }

    private boolean includeDeclared(DeclaredType type) {
        String name = Supertypes.name(type);
        if (StorableScalars.include(name)) {
            return true;
        }
        if (isContainer(name)) {
            return type.getTypeArguments().stream().allMatch(this::include);
        }
        if (!seen.add(TypeText.of(type))) {
            return true;
        }
        if (Subtypes.isSealed(Supertypes.element(type))) {
            return Subtypes.withInstances(type, tools.types()).stream().allMatch(this::isImmutable);
        }
        return isImmutable(type);
    }

    private boolean isImmutable(DeclaredType type) {
        return switch (type.asElement().getKind()) {
            case ENUM -> true;
            case RECORD ->
                StateField.of(type, tools.types()).stream()
                        .map(StateField::type)
                        .allMatch(this::include);
            default -> false;
        };
    }

    private static boolean isContainer(String name) {
        return switch (name) {
            case "java.util.List", "java.util.Set", "java.util.Map" -> true;
            default -> OptionalKind.of(name).isPresent();
        };
    }
}
