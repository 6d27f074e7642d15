package dev.idem.processor;

import javax.lang.model.element.VariableElement;

/** A parameter as generated code gets it: an element of an array. */
record Argument(int index, String name, Cast cast) {

    static Argument of(int index, VariableElement parameter, CastType casts) {
        return new Argument(index, parameter.getSimpleName().toString(), Cast.of(parameter.asType(), casts));
    }
}
