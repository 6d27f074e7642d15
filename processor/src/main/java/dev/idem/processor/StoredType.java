package dev.idem.processor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * A type as the codec is told it.
 *
 * @param raw the class
 * @param arguments its type arguments
 * @param subtypes for each sealed type inside, the names and classes of its subtypes; none in an argument
 * @param response whether it is an HTTP response
 */
record StoredType(
        TypeName raw, List<StoredType> arguments, Map<TypeName, Map<String, TypeName>> subtypes, boolean response) {

    StoredType {
        arguments = List.copyOf(arguments);
        subtypes = Collections.unmodifiableMap(new LinkedHashMap<>(subtypes));
    }

    /** A type that can be stored. */
    static StoredType of(TypeMirror type, Tools tools) {
        Map<TypeName, Map<String, TypeName>> subtypes = new LinkedHashMap<>();
        sealedTypes(type, tools).forEach(found -> subtypes.put(found.name(), names(found)));
        return new StoredType(raw(type, tools), ofArguments(type, tools), subtypes, ResponseType.includes(type));
    }

    private static Map<String, TypeName> names(SealedResult found) {
        Map<String, TypeName> names = new LinkedHashMap<>();
        found.subtypes().forEach((name, subtype) -> names.put(name, TypeName.of(subtype)));
        return names;
    }

    private static List<StoredType> ofArguments(TypeMirror type, Tools tools) {
        return arguments(type).stream()
                .map(argument -> new StoredType(raw(argument, tools), ofArguments(argument, tools), Map.of(), false))
                .toList();
    }

    private static TypeName raw(TypeMirror type, Tools tools) {
        return TypeName.of(tools.types().erasure(type));
    }

    private static List<SealedResult> sealedTypes(TypeMirror type, Tools tools) {
        StorableCheck check = new StorableCheck(tools);
        check.objections(type);
        return check.sealedTypes();
    }

    /** The types that generated code names for this one, which can be stored: it need not see their members. */
    static Stream<TypeMirror> named(TypeMirror type, Tools tools) {
        return Stream.concat(
                        withArguments(type),
                        sealedTypes(type, tools).stream()
                                .flatMap(found ->
                                        Stream.concat(Stream.of(found.type()), found.subtypes().values().stream())))
                .distinct();
    }

    private static Stream<TypeMirror> withArguments(TypeMirror type) {
        return Stream.concat(Stream.of(type), arguments(type).stream().flatMap(StoredType::withArguments));
    }

    /** The type arguments of a type; none for what has none. */
    private static List<? extends TypeMirror> arguments(TypeMirror type) {
        return type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
    }
}
