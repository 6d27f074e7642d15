package dev.idem.codec.jackson;

import com.fasterxml.jackson.databind.DatabindContext;
import dev.idem.codec.ResultType;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The names by which records tell the subtypes of sealed types apart, as one result type gives them. */
record SubtypeNames(Map<Class<?>, Map<String, Class<?>>> bySealedType) {

    static SubtypeNames of(ResultType type) {
        return new SubtypeNames(type.subtypes());
    }

    /** Those of the value that is being written or read. */
    static SubtypeNames of(DatabindContext context) {
        return (SubtypeNames) Objects.requireNonNull(context.getAttribute(SubtypeNames.class));
    }

    /** The subtypes of a sealed type by their names; none if the type is not sealed, or unknown. */
    Map<String, Class<?>> of(Class<?> sealedType) {
        return bySealedType.getOrDefault(sealedType, Map.of());
    }

    Optional<String> name(Class<?> sealedType, Class<?> subtype) {
        return of(sealedType).entrySet().stream()
                .filter(entry -> entry.getValue().equals(subtype))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Optional<Class<?>> subtype(Class<?> sealedType, String name) {
        return Optional.ofNullable(of(sealedType).get(name));
    }
}
