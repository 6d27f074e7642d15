package dev.idem.processor;

/**
 * The condition on which a result is recorded.
 *
 * @param writer the generated method that evaluates it
 * @param result how the result is cast
 */
record RecordIf(String writer, Cast result, Condition condition) {}
