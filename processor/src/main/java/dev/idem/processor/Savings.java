package dev.idem.processor;

import java.util.List;

/**
 * An amount that is read from the result.
 *
 * @param reader the generated method that reads it
 * @param path the path as the user wrote it
 * @param result how the result is cast
 * @param steps how the amount is read from it
 */
record Savings(String reader, String path, Cast result, List<Step> steps) {

    Savings {
        steps = List.copyOf(steps);
    }
}
