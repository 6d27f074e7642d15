package dev.idem.processor;

import java.util.List;

/**
 * The condition under which calls go straight through.
 *
 * @param writer the generated method that evaluates it
 * @param argument the parameter that it starts from
 * @param steps how the rest of the path is read
 * @param primitive whether its end is a {@code boolean}, not a {@code Boolean}
 */
record Bypass(String writer, Argument argument, List<Step> steps, boolean primitive) {

    Bypass {
        steps = List.copyOf(steps);
    }
}
