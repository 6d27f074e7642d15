package dev.idem.processor;

/**
 * The parameter that holds the client's key.
 *
 * @param reader the generated method that reads it
 * @param conversion what turns its value into text: such as {@code .toString()}, or nothing
 */
record ClientKey(String reader, Argument argument, String conversion) {}
