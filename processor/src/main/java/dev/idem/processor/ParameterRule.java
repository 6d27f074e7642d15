package dev.idem.processor;

import javax.lang.model.element.VariableElement;

/**
 * Reports parameters that are wrongly annotated.
 *
 * @param annotation the annotation, at which the problem is shown
 * @param code what the problem is
 */
record ParameterRule(ClassName annotation, ProblemCode code, Problems problems) {

    void reject(VariableElement parameter, CallAnnotation call, String reason, String remedy) {
        problems.add(
                code,
                Annotations.place(parameter, annotation),
                parameter.getSimpleName(),
                TypeText.of(call.method()),
                reason,
                remedy);
    }
}
