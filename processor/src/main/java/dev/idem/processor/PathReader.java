package dev.idem.processor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Resolves paths such as {@code order.customer.id} against the parameters of a method. */
final class PathReader {

    private static final String NAME = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*";
    private static final Pattern PATH = Pattern.compile(NAME + "(\\." + NAME + ")*");

    private final CastType casts;
    private final Visibility visibility;
    private final Accessors accessors;
    private final Problems problems;

    PathReader(CastType casts, Visibility visibility, Accessors accessors, Problems problems) {
        this.casts = casts;
        this.visibility = visibility;
        this.accessors = accessors;
        this.problems = problems;
    }

    Optional<PropertyPath> read(Setting setting, ExecutableElement method) {
        if (!PATH.matcher(setting.text()).matches()) {
            problems.add(
                    ProblemCode.BAD_PATH,
                    setting.place(),
                    setting.attribute(),
                    setting.text(),
                    TypeText.of(method),
                    setting.attribute());
            return Optional.empty();
        }
        List<String> names = Arrays.asList(setting.text().split("\\."));
        List<? extends VariableElement> parameters = method.getParameters();
        Optional<Integer> index = IntStream.range(0, parameters.size())
                .boxed()
                .filter(i -> parameters.get(i).getSimpleName().contentEquals(names.get(0)))
                .findFirst();
        if (index.isEmpty()) {
            rejectParameter(setting, names, method);
        }
        return index.flatMap(i -> follow(setting, names, i, parameters.get(i)));
    }

    private Optional<PropertyPath> follow(Setting setting, List<String> names, int index, VariableElement parameter) {
        List<Accessor> steps = new ArrayList<>();
        TypeMirror type = parameter.asType();
        Optional<String> ignored =
                Annotations.has(parameter, RuntimeNames.KEY_IGNORE) ? Optional.of(names.get(0)) : Optional.empty();
        for (int i = 1; i < names.size(); i++) {
            Optional<Accessor> step = step(setting, names, i, type);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            steps.add(step.get());
            type = step.get().type();
            if (ignored.isEmpty() && step.get().ignored()) {
                ignored = Optional.of(String.join(".", names.subList(0, i + 1)));
            }
        }
        return Optional.of(new PropertyPath(
                Argument.of(index, parameter, casts), steps, type, ignored, encoded(parameter, steps)));
    }

    private static Optional<? extends Element> encoded(VariableElement parameter, List<Accessor> steps) {
        if (steps.isEmpty()) {
            return Optional.of(parameter).filter(EncoderReader::isEncoded);
        }
        return steps.get(steps.size() - 1).encoded();
    }

    /** The types of parameters are checked elsewhere, whether a path leads through them or not. */
    private Optional<Accessor> step(Setting setting, List<String> names, int index, TypeMirror type) {
        TypeMirror owner = upperBound(type);
        if (index > 1 && !visibility.sees(owner)) {
            problems.add(
                    ProblemCode.INVISIBLE_TYPE,
                    setting.place(),
                    String.join(".", names.subList(0, index)),
                    TypeText.of(owner),
                    visibility.packageName());
            return Optional.empty();
        }
        Optional<Accessor> accessor =
                owner instanceof DeclaredType declared ? accessors.find(declared, names.get(index)) : Optional.empty();
        if (accessor.isEmpty()) {
            rejectProperty(setting, names, index, owner);
        }
        return accessor;
    }

    private static TypeMirror upperBound(TypeMirror type) {
        if (type instanceof TypeVariable variable) {
            return upperBound(variable.getUpperBound());
        }
        return type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null
                ? upperBound(wildcard.getExtendsBound())
                : type;
    }

    private void rejectParameter(Setting setting, List<String> names, ExecutableElement method) {
        List<String> known = method.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .toList();
        problems.add(
                ProblemCode.UNKNOWN_PARAMETER,
                setting.place(),
                setting.attribute(),
                setting.text(),
                TypeText.of(method),
                hint(names, 0, known),
                list("Parameters are: ", known, "It has no parameters"));
    }

    private void rejectProperty(Setting setting, List<String> names, int index, TypeMirror owner) {
        List<String> known = owner instanceof DeclaredType declared ? accessors.names(declared) : List.of();
        String property = names.get(index);
        problems.add(
                ProblemCode.UNKNOWN_PROPERTY,
                setting.place(),
                setting.attribute(),
                setting.text(),
                TypeText.of(owner),
                property,
                property,
                PropertyNames.getter(property),
                hint(names, index, known),
                list("Properties are: ", known, "It has no readable properties"));
    }

    /** The whole path with the nearest name in place of the unknown one. */
    private static String hint(List<String> names, int index, List<String> known) {
        return NearestName.of(names.get(index), known)
                .map(nearest -> {
                    List<String> corrected = new ArrayList<>(names);
                    corrected.set(index, nearest);
                    return " Did you mean '" + String.join(".", corrected) + "'?";
                })
                .orElse("");
    }

    private static String list(String opening, List<String> names, String none) {
        return names.isEmpty() ? none : names.stream().collect(Collectors.joining(", ", opening, ""));
    }
}
