package dev.idem.processor;

/**
 * One step of a path in generated code.
 *
 * @param property the property's name
 * @param code what follows the dot
 */
record Step(String property, String code) {

    static Step of(Accessor accessor) {
        return new Step(accessor.property(), accessor.code());
    }
}
