package dev.idem.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The {@code @IdempotentCall} on one method, as the user wrote it. */
record CallAnnotation(ExecutableElement method, AnnotationMirror mirror, Map<String, AnnotationValue> values) {

    static CallAnnotation of(ExecutableElement method, AnnotationMirror mirror) {
        return new CallAnnotation(method, mirror, valuesOf(mirror));
    }

    private static Map<String, AnnotationValue> valuesOf(AnnotationMirror mirror) {
        return mirror.getElementValues().entrySet().stream()
                .collect(
                        Collectors.toMap(entry -> entry.getKey().getSimpleName().toString(), Map.Entry::getValue));
    }

    /** The annotation that an attribute holds, on the same method; empty if it is not given. */
    Optional<CallAnnotation> inside(String attribute) {
        return Optional.ofNullable(values.get(attribute))
                .map(AnnotationValue::getValue)
                .filter(AnnotationMirror.class::isInstance)
                .map(inner -> new CallAnnotation(method, mirror, valuesOf((AnnotationMirror) inner)));
    }

    /** The value of an attribute that is given. */
    Place placeOf(String attribute) {
        return new Place(method, mirror, values.get(attribute));
    }

    /** The annotation itself, for what concerns the method as a whole. */
    Place place() {
        return new Place(method, mirror, null);
    }

    /** What the method returns. */
    Returned returned() {
        return Returned.by(method);
    }

    /** The operation's name, given or made from the names of the type and the method. */
    String operation() {
        String type = TypeFacts.owner(method).getQualifiedName().toString();
        return text("operation").map(Setting::text).orElse(type + "." + method.getSimpleName());
    }

    /** The text of an attribute; empty if it is not given or the empty text. */
    Optional<Setting> text(String attribute) {
        return Optional.ofNullable(values.get(attribute))
                .map(value -> setting(attribute, value, value))
                .filter(setting -> !setting.text().isEmpty());
    }

    /** Whether an attribute is given as true. */
    boolean isTrue(String attribute) {
        return text(attribute).map(Setting::text).filter("true"::equals).isPresent();
    }

    /** The texts of an attribute that is an array. */
    List<Setting> texts(String attribute) {
        return elements(attribute, (value, shown) -> setting(attribute, value, shown));
    }

    /**
     * The classes of an attribute that is an array.
     *
     * @throws UnresolvedTypeException if one of them does not exist yet
     */
    List<ClassSetting> classes(String attribute) {
        return elements(attribute, (value, shown) -> {
            if (value.getValue() instanceof DeclaredType type) {
                return new ClassSetting(Supertypes.resolved(type), new Place(method, mirror, shown));
            }
            throw new UnresolvedTypeException(attribute + " = …");
        });
    }

    /** Written without braces, a single value has no place of its own in the compiler's eyes: the array's is shown. */
    private <T> List<T> elements(String attribute, BiFunction<AnnotationValue, AnnotationValue, T> reader) {
        AnnotationValue array = values.get(attribute);
        if (array == null || !(array.getValue() instanceof List<?> values)) {
            return List.of();
        }
        return values.stream()
                .map(value -> (AnnotationValue) value)
                .map(value -> reader.apply(value, values.size() == 1 ? array : value))
                .toList();
    }

    /** The type of a parameter in a key: that of one item, if the method is guarded item by item. */
    TypeMirror keyType(VariableElement parameter) {
        return Each.of(this)
                .filter(each -> method.getParameters().get(each.items()).equals(parameter))
                .map(Each::item)
                .orElseGet(parameter::asType);
    }

    /** The type of what is recorded: that of one result, if the method is guarded item by item. */
    TypeMirror recordedType() {
        return Each.of(this).map(Each::result).orElseGet(() -> returned().result());
    }

    private Setting setting(String attribute, AnnotationValue value, AnnotationValue shown) {
        String text = String.valueOf(value.getValue());
        if (text.equals(Annotations.UNRESOLVED)) {
            throw new UnresolvedTypeException(attribute + " = …");
        }
        return new Setting(attribute, text, new Place(method, mirror, shown));
    }
}
