package dev.idem.processor;

/**
 * The one instance of an encoder in a generated class.
 *
 * @param name the name of the constant
 * @param type the encoder's class
 */
record EncoderConstant(String name, TypeName type) {}
