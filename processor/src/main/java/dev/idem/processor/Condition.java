package dev.idem.processor;

import java.util.List;

/**
 * What is true or false of a value. Null on the way to it, or at its end, counts as false.
 *
 * @param steps how it is read from the value
 * @param primitive whether it is a {@code boolean}, not a {@code Boolean}
 */
record Condition(List<Step> steps, boolean primitive) {

    Condition {
        steps = List.copyOf(steps);
    }

    /**
     * Writes the statements that return the answer.
     *
     * @param root the local variable that holds the value
     * @param locals the names that are taken
     */
    void write(String root, LocalNames locals, CodeWriter code) {
        String value = Walk.write(steps, root, "false", locals, code);
        if (primitive) {
            code.line("return $;", value);
        } else {
            code.line("return $.TRUE.equals($);", Boolean.class, value);
        }
    }
}
