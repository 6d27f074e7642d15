package dev.idem.key;

/**
 * Writes the values of one type into keys, where no form follows from the type itself. Named by {@link KeyEncodedBy}.
 * Generated code makes one instance with the constructor without parameters and shares it: an encoder is stateless and
 * thread-safe.
 *
 * @param <T> the type that is written
 */
@FunctionalInterface
public interface KeyEncoder<T> {

    /**
     * Writes one value. Values that are equal for the call have one text, on every node and after every restart; others
     * have another one.
     *
     * @param value not null
     * @param out receives exactly one value: a scalar, an object, a map, an array or a set
     */
    void encode(T value, CanonicalWriter out);
}
