package dev.idem.processor;

import java.util.List;

/**
 * One member of a call's content.
 *
 * @param name its name: a parameter's name, or the text of a path
 * @param argument the parameter that it starts from
 * @param steps how the rest of the path is read
 * @param shape how the value at its end is written
 */
record ContentPart(String name, Argument argument, List<Step> steps, Shape shape) {

    ContentPart {
        steps = List.copyOf(steps);
    }
}
