package dev.idem.testing.shop;

import dev.idem.IdempotentCall;

/** A generic interface whose method is annotated: its erased parameter is Object. */
public interface Importer<T> {

    @IdempotentCall(operation = "importer.run")
    String run(T source);
}
