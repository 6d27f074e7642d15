package dev.idem.processor;

/** A type that a generated method of its own writes. */
sealed interface WrittenType permits ValueType, SealedType {

    /** The name of that method. */
    String writer();

    /** The type with its arguments. */
    TypeName type();

    /** The type without them. */
    ClassName erased();
}
