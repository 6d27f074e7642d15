package dev.idem.processor;

import com.palantir.javapoet.TypeName;

/** A type that a generated method of its own writes. */
sealed interface WrittenType permits ValueType, SealedType {

    /** The name of that method. */
    String writer();

    /** The type without its arguments. */
    TypeName erased();
}
