package dev.idem.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** A type and what it inherits from. */
final class Supertypes {

    private Supertypes() {}

    /** The type, its superclasses from near to far, then all interfaces; each with its type arguments. */
    static List<DeclaredType> all(DeclaredType type, Types types) {
        List<DeclaredType> found = new ArrayList<>(classes(type));
        for (int i = 0; i < found.size(); i++) {
            for (TypeMirror supertype : types.directSupertypes(found.get(i))) {
                addOnce(resolved(supertype), found);
            }
        }
        return found;
    }

    /** The type and its superclasses, from near to far. */
    static List<DeclaredType> classes(DeclaredType type) {
        List<DeclaredType> found = new ArrayList<>();
        TypeMirror next = type;
        while (next.getKind() != TypeKind.NONE) {
            DeclaredType current = resolved(next);
            found.add(current);
            next = element(current).getSuperclass();
        }
        return found;
    }

    /** The qualified names of the type and of all it inherits from. */
    static Stream<String> names(DeclaredType type, Types types) {
        return all(type, types).stream().map(supertype -> name(supertype));
    }

    static String name(DeclaredType type) {
        return element(type).getQualifiedName().toString();
    }

    static TypeElement element(DeclaredType type) {
        return (TypeElement) type.asElement();
    }

    private static void addOnce(DeclaredType type, List<DeclaredType> found) {
        if (found.stream().noneMatch(known -> known.asElement().equals(type.asElement()))) {
            found.add(type);
        }
    }

    /** The type, unless it does not exist yet. */
    static DeclaredType resolved(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            throw new UnresolvedTypeException(TypeText.of(type));
        }
        return (DeclaredType) type;
    }
}
