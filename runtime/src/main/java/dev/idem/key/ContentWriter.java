package dev.idem.key;

import org.jspecify.annotations.Nullable;

/** Writes the arguments of one method as the content of a call. Implemented by generated code; stateless. */
@FunctionalInterface
public interface ContentWriter {

    /**
     * Writes one call.
     *
     * @param arguments the arguments in order of declaration; not changed
     * @param out receives one JSON object, or raw content
     * @throws dev.idem.IdempotencyKeyException if a value has no canonical form
     */
    void write(@Nullable Object[] arguments, CanonicalWriter out);
}
