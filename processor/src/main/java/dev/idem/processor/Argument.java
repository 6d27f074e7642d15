package dev.idem.processor;

import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** A parameter as generated code gets it: an element of an array. */
record Argument(int index, String name, Cast cast) {

    static Argument of(int index, VariableElement parameter, CastType casts) {
        return of(index, parameter, parameter.asType(), casts);
    }

    /** With a value of another type in its place. */
    static Argument of(int index, VariableElement parameter, TypeMirror type, CastType casts) {
        return new Argument(index, parameter.getSimpleName().toString(), Cast.of(type, casts));
    }
}
