package dev.idem.processor;

import java.util.List;
import java.util.Optional;

/**
 * A sealed type, written as the permitted subtype that the value has.
 *
 * @param type the type with its arguments
 * @param erased the type without them
 * @param subtypes the subtypes that can have instances
 * @param own the method that writes instances of the class itself, if it is not abstract
 */
record SealedType(TypeName type, ClassName erased, String writer, List<Subtype> subtypes, Optional<String> own)
        implements WrittenType {

    SealedType {
        subtypes = List.copyOf(subtypes);
    }

    /**
     * One subtype.
     *
     * @param writer the method that writes it with its {@code @type}
     */
    record Subtype(TypeName type, String writer) {}
}
