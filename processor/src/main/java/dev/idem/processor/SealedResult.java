package dev.idem.processor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * A sealed type that is a result or inside one.
 *
 * @param type the class, without type arguments
 * @param subtypes the classes that its values can have, without type arguments, by the names that records hold
 */
record SealedResult(TypeMirror type, Map<String, TypeMirror> subtypes) {

    SealedResult {
        subtypes = Collections.unmodifiableMap(new LinkedHashMap<>(subtypes));
    }

    /** For subtypes with names that differ. */
    static SealedResult of(DeclaredType type, List<DeclaredType> withInstances, Types types) {
        Map<String, TypeMirror> subtypes = new LinkedHashMap<>();
        withInstances.forEach(
                subtype -> subtypes.put(KeyNames.ofSubtype(Supertypes.element(subtype)), types.erasure(subtype)));
        return new SealedResult(types.erasure(type), subtypes);
    }

    /** Why the names do not tell the subtypes apart, if so. */
    static boolean areDistinct(List<DeclaredType> withInstances) {
        Map<String, TypeElement> found = new LinkedHashMap<>();
        return withInstances.stream().map(Supertypes::element).allMatch(element -> {
            TypeElement other = found.putIfAbsent(KeyNames.ofSubtype(element), element);
            return other == null || other.equals(element);
        });
    }

    /** The same type with the subtypes of both, which other type arguments may leave it. */
    SealedResult and(SealedResult other) {
        Map<String, TypeMirror> all = new LinkedHashMap<>(subtypes);
        all.putAll(other.subtypes);
        return new SealedResult(type, all);
    }

    TypeName name() {
        return TypeName.of(type);
    }
}
