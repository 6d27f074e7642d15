package dev.idem.processor;

/** How a value is written. */
sealed interface Shape {

    /**
     * A value that the canonical writer takes as it is.
     *
     * @param form the JSON form that it then has
     */
    record Scalar(boolean primitive, String form) implements Shape {}

    /** A list or an array. */
    record Sequence(Shape element) implements Shape {}

    /** A set: sorted by text. */
    record Distinct(Shape element) implements Shape {}

    /**
     * A map.
     *
     * @param keyForm the form whose text its keys have
     */
    record Mapping(KeyText key, String keyForm, Shape value) implements Shape {}

    /** An {@code Optional} or one of its primitive relatives. */
    record Maybe(OptionalKind kind, Shape content) implements Shape {}

    /**
     * A record, a class or a sealed type.
     *
     * @param writer the generated method that writes it
     */
    record Structure(String writer) implements Shape {}

    /**
     * A value that an encoder of the user's writes.
     *
     * @param encoder the constant that holds the encoder
     * @param encoderType the name of the encoder's class
     */
    record Encoded(String encoder, String encoderType, boolean primitive) implements Shape {}

    /** Whether the value can be null or empty. */
    default boolean canBeAbsent() {
        if (this instanceof Encoded encoded) {
            return !encoded.primitive();
        }
        return !(this instanceof Scalar scalar) || !scalar.primitive();
    }
}
