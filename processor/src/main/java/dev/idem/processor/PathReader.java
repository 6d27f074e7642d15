package dev.idem.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Resolves paths such as {@code order.customer.id} against the parameters of a method. */
final class PathReader {

    private final CastType casts;
    private final StepReader steps;
    private final Problems problems;

    PathReader(CastType casts, StepReader steps, Problems problems) {
        this.casts = casts;
        this.steps = steps;
        this.problems = problems;
    }

    Optional<PropertyPath> read(Setting setting, ExecutableElement method) {
        return read(setting, method, VariableElement::asType);
    }

    /** A path over values of which a function tells the types. */
    Optional<PropertyPath> read(
            Setting setting, ExecutableElement method, Function<VariableElement, TypeMirror> types) {
        return steps.names(setting, method)
                .flatMap(names -> read(new StepReader.Path(setting, names, 1), method, types));
    }

    private Optional<PropertyPath> read(
            StepReader.Path path, ExecutableElement method, Function<VariableElement, TypeMirror> types) {
        List<? extends VariableElement> parameters = method.getParameters();
        Optional<Integer> index = IntStream.range(0, parameters.size())
                .boxed()
                .filter(i -> parameters
                        .get(i)
                        .getSimpleName()
                        .contentEquals(path.names().get(0)))
                .findFirst();
        if (index.isEmpty()) {
            rejectParameter(path.setting(), path.names(), method);
        }
        return index.flatMap(i -> follow(path, i, parameters.get(i), types.apply(parameters.get(i))));
    }

    private Optional<PropertyPath> follow(
            StepReader.Path path, int index, VariableElement parameter, TypeMirror start) {
        List<String> names = path.names();
        List<Accessor> found = new ArrayList<>();
        TypeMirror type = start;
        Optional<String> ignored =
                Annotations.has(parameter, RuntimeNames.KEY_IGNORE) ? Optional.of(names.get(0)) : Optional.empty();
        for (int i = path.first(); i < names.size(); i++) {
            Optional<Accessor> step = steps.read(path, i, type);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            found.add(step.get());
            type = step.get().type();
            if (ignored.isEmpty() && step.get().ignored()) {
                ignored = Optional.of(String.join(".", names.subList(0, i + 1)));
            }
        }
        return Optional.of(new PropertyPath(
                Argument.of(index, parameter, start, casts), found, type, ignored, encoded(parameter, found)));
    }

    private static Optional<? extends Element> encoded(VariableElement parameter, List<Accessor> steps) {
        if (steps.isEmpty()) {
            return Optional.of(parameter).filter(EncoderReader::isEncoded);
        }
        return steps.get(steps.size() - 1).encoded();
    }

    /** Reports a name that is none of the method's parameters. */
    void rejectParameter(Setting setting, List<String> names, ExecutableElement method) {
        List<String> known = method.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .toList();
        problems.add(
                ProblemCode.UNKNOWN_PARAMETER,
                setting.place(),
                setting.attribute(),
                setting.text(),
                TypeText.of(method),
                StepReader.hint(names, 0, known),
                StepReader.list("Parameters are: ", known, "It has no parameters"));
    }
}
