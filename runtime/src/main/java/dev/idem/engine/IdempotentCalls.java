package dev.idem.engine;

import java.util.List;

/**
 * What the annotation processor generates for a type with guarded methods, in the type's package and named
 * {@code <Type>_IdempotentCalls}. Implementations are public, final, stateless, and have a public constructor without
 * parameters.
 */
public interface IdempotentCalls {

    /** One operation for each guarded method that the type declares. */
    List<Operation> operations();

    /** The types from other artifacts that this class writes; they are compared once, before the first call. */
    default List<ForeignType> foreignTypes() {
        return List.of();
    }
}
