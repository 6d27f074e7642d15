package dev.idem.processor;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * A sealed type, written as the permitted subtype that the value has.
 *
 * @param type the type with its arguments
 * @param subtypes the subtypes that can have instances
 * @param own the method that writes instances of the class itself, if it is not abstract
 */
record SealedType(TypeName type, String writer, List<Subtype> subtypes, Optional<String> own) implements WrittenType {

    SealedType {
        subtypes = List.copyOf(subtypes);
    }

    @Override
    public TypeName erased() {
        return type instanceof ParameterizedTypeName parameterized ? parameterized.rawType() : type;
    }

    /**
     * One subtype.
     *
     * @param writer the method that writes it with its {@code @type}
     */
    record Subtype(TypeName type, String writer) {}
}
