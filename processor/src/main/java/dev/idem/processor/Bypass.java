package dev.idem.processor;

/**
 * The condition under which calls go straight through.
 *
 * @param writer the generated method that evaluates it
 * @param argument the parameter that it is about
 */
record Bypass(String writer, Argument argument, Condition condition) {}
