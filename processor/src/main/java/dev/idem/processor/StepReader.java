package dev.idem.processor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Resolves the names of a path, one at a time, to properties. */
final class StepReader {

    private static final String NAME = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*";
    private static final Pattern PATH = Pattern.compile(NAME + "(\\." + NAME + ")*");

    private final Visibility visibility;
    private final Accessors accessors;
    private final Problems problems;

    StepReader(Visibility visibility, Accessors accessors, Problems problems) {
        this.visibility = visibility;
        this.accessors = accessors;
        this.problems = problems;
    }

    /** The names between the dots; empty only if problems were added. */
    Optional<List<String>> names(Setting setting, ExecutableElement method) {
        if (PATH.matcher(setting.text()).matches()) {
            return Optional.of(Arrays.asList(setting.text().split("\\.")));
        }
        problems.add(
                ProblemCode.BAD_PATH,
                setting.place(),
                setting.attribute(),
                setting.text(),
                TypeText.of(method),
                setting.attribute());
        return Optional.empty();
    }

    /**
     * The property of this type that one name of the path names; empty only if problems were added. The type that a path
     * starts from is checked elsewhere, whether a path leads through it or not.
     */
    Optional<Accessor> read(Path path, int index, TypeMirror type) {
        TypeMirror owner = upperBound(type);
        if (index > path.first() && !visibility.sees(owner)) {
            problems.add(
                    ProblemCode.INVISIBLE_TYPE,
                    path.setting().place(),
                    String.join(".", path.names().subList(0, index)),
                    TypeText.of(owner),
                    visibility.packageName());
            return Optional.empty();
        }
        Optional<Accessor> accessor = owner instanceof DeclaredType declared
                ? accessors.find(declared, path.names().get(index))
                : Optional.empty();
        if (accessor.isEmpty()) {
            rejectProperty(path, index, owner);
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

    private void rejectProperty(Path path, int index, TypeMirror owner) {
        List<String> known = owner instanceof DeclaredType declared ? accessors.names(declared) : List.of();
        String property = path.names().get(index);
        problems.add(
                ProblemCode.UNKNOWN_PROPERTY,
                path.setting().place(),
                path.setting().attribute(),
                path.setting().text(),
                TypeText.of(owner),
                property,
                property,
                PropertyNames.getter(property),
                hint(path.names(), index, known),
                list("Properties are: ", known, "It has no readable properties"));
    }

    /** The whole path with the nearest name in place of the unknown one. */
    static String hint(List<String> names, int index, List<String> known) {
        return NearestName.of(names.get(index), known)
                .map(nearest -> {
                    List<String> corrected = new ArrayList<>(names);
                    corrected.set(index, nearest);
                    return " Did you mean '" + String.join(".", corrected) + "'?";
                })
                .orElse("");
    }

    static String list(String opening, List<String> names, String none) {
        return names.isEmpty() ? none : names.stream().collect(Collectors.joining(", ", opening, ""));
    }

    /**
     * A path as the user wrote it.
     *
     * @param first the index of the first name that names a property
     */
    record Path(Setting setting, List<String> names, int first) {}
}
