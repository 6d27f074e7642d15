package dev.idem.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Walks through one result type and all it contains. Serves one walk. */
final class StorableCheck {

    private final Tools tools;
    private final Set<TypeName> visited = new HashSet<>();
    private final Set<TypeName> visitedSubtypes = new HashSet<>();
    private final Map<TypeName, SealedResult> sealedTypes = new LinkedHashMap<>();
    private final List<Unstorable> found = new ArrayList<>();

    StorableCheck(Tools tools) {
        this.tools = tools;
    }

    /** Why the type cannot be stored; none if it can. */
    List<Unstorable> objections(TypeMirror type) {
        if (ResponseType.includes(type)) {
            body(((DeclaredType) type).getTypeArguments().get(0));
        } else if (type.getKind() != TypeKind.VOID) {
            member(type, "");
        }
        return List.copyOf(found);
    }

    /** The sealed types that the walk met. */
    List<SealedResult> sealedTypes() {
        return List.copyOf(sealedTypes.values());
    }

    private void body(TypeMirror type) {
        if (type.getKind() == TypeKind.WILDCARD) {
            object(type, "body", UnstorableReason.UNKNOWN_BODY);
        } else if (!ResponseType.isBodiless(type)) {
            member(type, "body");
        }
    }

    /** Checks a result or a member, the places where an Optional may stand. */
    private void member(TypeMirror type, String path) {
        if (type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && Supertypes.name(declared).equals("java.util.Optional")
                && !TypeFacts.isRaw(declared)) {
            check(declared.getTypeArguments().get(0), path);
        } else {
            check(type, path);
        }
    }

    private void check(TypeMirror type, String path) {
        if (type.getKind().isPrimitive()) {
            return;
        }
        switch (type.getKind()) {
            case ERROR -> throw new UnresolvedTypeException(TypeText.of(type));
            case ARRAY -> array((ArrayType) type, path);
            case DECLARED -> declared((DeclaredType) type, path);
            default -> object(type, path, UnstorableReason.UNKNOWN);
        }
    }

    private void array(ArrayType type, String path) {
        TypeMirror element = type.getComponentType();
        if (element instanceof DeclaredType declared
                && !Supertypes.element(declared).getTypeParameters().isEmpty()) {
            object(type, path, UnstorableReason.GENERIC_ARRAY);
        } else {
            check(element, path + "[]");
        }
    }

    private void declared(DeclaredType type, String path) {
        if (StorableScalars.include(Supertypes.name(type)) || !visited.add(TypeName.of(type))) {
            return;
        }
        Optional<UnstorableReason> objection = objection(type);
        if (objection.isPresent()) {
            object(type, path, objection.get());
            return;
        }
        switch (Supertypes.name(type)) {
            case "java.util.List", "java.util.Set" ->
                check(type.getTypeArguments().get(0), path + "[]");
            case "java.util.Map" -> map(type, path);
            default -> {
                if (Subtypes.isSealed(Supertypes.element(type))) {
                    subtypes(type, path);
                } else {
                    structure(type, path);
                }
            }
        }
    }

    private void subtypes(DeclaredType type, String path) {
        List<DeclaredType> subtypes = Subtypes.withInstances(type, tools.types());
        if (!SealedResult.areDistinct(subtypes)) {
            object(type, path, UnstorableReason.SAME_NAMES);
            return;
        }
        SealedResult result = SealedResult.of(type, subtypes, tools.types());
        sealedTypes.merge(result.name(), result, SealedResult::and);
        subtypes.forEach(
                subtype -> subtype(subtype, path + "(" + subtype.asElement().getSimpleName() + ")"));
    }

    private void subtype(DeclaredType type, String path) {
        if (!visitedSubtypes.add(TypeName.of(type))) {
            return;
        }
        Optional<UnstorableReason> objection = objectionToSubtype(type);
        if (objection.isPresent()) {
            object(type, path, objection.get());
        } else {
            structure(type, path);
        }
    }

    private Optional<UnstorableReason> objectionToSubtype(DeclaredType type) {
        TypeElement element = Supertypes.element(type);
        if (element.getModifiers().contains(Modifier.NON_SEALED)) {
            return Optional.of(UnstorableReason.NON_SEALED);
        }
        return KeyNames.isName(KeyNames.ofSubtype(element)) ? objection(type) : Optional.of(UnstorableReason.UNNAMED);
    }

    private Optional<UnstorableReason> objection(DeclaredType type) {
        if (TypeFacts.isRaw(type)) {
            return Optional.of(UnstorableReason.RAW);
        }
        if (TypeFacts.isEndless(type)) {
            return Optional.of(UnstorableReason.ENDLESS);
        }
        return switch (Supertypes.name(type)) {
            case "java.util.List", "java.util.Set", "java.util.Map" -> Optional.empty();
            case "java.util.Optional" -> Optional.of(UnstorableReason.NESTED_OPTIONAL);
            case "java.lang.Void" -> Optional.of(UnstorableReason.NO_VALUE);
            case "java.lang.Object" -> Optional.of(UnstorableReason.UNKNOWN);
            default -> UnstorableReason.byName(type, tools.types()).or(() -> objection(type, Supertypes.element(type)));
        };
    }

    private static Optional<UnstorableReason> objection(DeclaredType type, TypeElement element) {
        Set<Modifier> modifiers = element.getModifiers();
        if (element.getKind() == ElementKind.ENUM) {
            return Optional.empty();
        }
        if (TypeFacts.isOfJdk(type)) {
            return Optional.of(element.getKind().isInterface() ? UnstorableReason.INTERFACE : UnstorableReason.FOREIGN);
        }
        if (!modifiers.contains(Modifier.SEALED)) {
            if (element.getKind().isInterface()) {
                return Optional.of(UnstorableReason.INTERFACE);
            }
            if (modifiers.contains(Modifier.ABSTRACT)) {
                return Optional.of(UnstorableReason.ABSTRACT);
            }
        }
        if (TypeFacts.isInner(element)) {
            return Optional.of(UnstorableReason.INNER);
        }
        return TypeFacts.isOpen(type) ? Optional.of(UnstorableReason.UNKNOWN) : Optional.empty();
    }

    private void map(DeclaredType type, String path) {
        if (isKey(type.getTypeArguments().get(0))) {
            check(type.getTypeArguments().get(1), path + "[]");
        } else {
            object(type, path, UnstorableReason.MAP_KEY);
        }
    }

    private static boolean isKey(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            throw new UnresolvedTypeException(TypeText.of(type));
        }
        return type instanceof DeclaredType declared
                && (declared.asElement().getKind() == ElementKind.ENUM
                        || StorableScalars.includeKey(Supertypes.name(declared)));
    }

    private void structure(DeclaredType type, String path) {
        if (type.asElement().getKind() == ElementKind.ENUM) {
            return;
        }
        List<StateField> fields = StateField.of(type, tools.types());
        StorableClass.objection(Supertypes.element(type), fields).ifPresent(reason -> object(type, path, reason));
        for (StateField field : fields) {
            String memberPath = path.isEmpty() ? field.name() : path + "." + field.name();
            Optional<UnstorableReason> objection = StorableClass.objection(field);
            if (objection.isPresent()) {
                object(field.type(), memberPath, objection.get());
            } else {
                member(field.type(), memberPath);
            }
        }
    }

    private void object(TypeMirror type, String path, UnstorableReason reason) {
        found.add(Unstorable.of(path, TypeText.of(type), reason));
    }
}
