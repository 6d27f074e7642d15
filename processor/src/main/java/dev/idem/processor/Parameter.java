package dev.idem.processor;

/**
 * A parameter of a guarded method.
 *
 * @param name its name in the source
 * @param type its erased type
 */
record Parameter(String name, TypeName type) {}
