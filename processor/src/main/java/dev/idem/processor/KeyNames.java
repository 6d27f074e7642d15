package dev.idem.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/** Finds what parameters, properties and types are called in the content: their names in Java, or {@code @KeyName}. */
final class KeyNames {

    private final Accessors accessors;
    private final Problems problems;

    KeyNames(Accessors accessors, Problems problems) {
        this.accessors = accessors;
        this.problems = problems;
    }

    String ofParameter(VariableElement parameter) {
        return checked(
                parameter,
                Annotations.place(parameter, RuntimeNames.KEY_NAME),
                parameter.getSimpleName().toString());
    }

    /** The nearest {@code @KeyName} on the property's component, field or getters decides. */
    String ofProperty(DeclaredType owner, String property, KeyTrail trail) {
        return accessors
                .annotated(owner, property, RuntimeNames.KEY_NAME)
                .map(member -> checked(member, trail.place(), property))
                .orElse(property);
    }

    /** What a subtype of a sealed type is called, in keys and in results: unchecked. */
    static String ofSubtype(TypeElement type) {
        return given(type).orElse(type.getSimpleName().toString());
    }

    String ofSubtype(TypeElement type, KeyTrail trail) {
        return checked(type, trail.place(), type.getSimpleName().toString());
    }

    /** Reports parameters with one name. */
    void checkParameters(CallAnnotation annotation, List<? extends VariableElement> parameters) {
        Map<String, VariableElement> names = new HashMap<>();
        for (VariableElement parameter : parameters) {
            String name = given(parameter).orElse(parameter.getSimpleName().toString());
            VariableElement other = names.putIfAbsent(name, parameter);
            if (other != null) {
                rejectDuplicate(
                        Annotations.place(parameter, RuntimeNames.KEY_NAME),
                        "@IdempotentCall method " + TypeText.of(annotation.method()),
                        name,
                        other.getSimpleName(),
                        parameter.getSimpleName());
            }
        }
    }

    /** Reports members of a type with one name. */
    void checkMembers(DeclaredType owner, List<ValueType.Member> members, KeyTrail trail) {
        Map<String, ValueType.Member> names = new HashMap<>();
        for (ValueType.Member member : members) {
            ValueType.Member other = names.putIfAbsent(member.name(), member);
            if (other != null) {
                rejectDuplicate(
                        trail.place(),
                        "Key '" + trail.path() + "' has type " + TypeText.of(owner) + ", which",
                        member.name(),
                        other.source(),
                        member.source());
            }
        }
    }

    private void rejectDuplicate(Place place, String subject, String name, Object first, Object second) {
        problems.add(ProblemCode.DUPLICATE_NAME, place, subject, name, first, second);
    }

    private String checked(Element element, Place place, String ownName) {
        String name = given(element).orElse(ownName);
        if (!isName(name)) {
            problems.add(ProblemCode.BAD_NAME, place, element.getSimpleName(), ownName);
        }
        return name;
    }

    /** Whether the text has visible characters and no half of a surrogate pair. */
    static boolean isName(String text) {
        return !text.isBlank()
                && text.codePoints()
                        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static Optional<String> given(Element element) {
        return Annotations.value(element, RuntimeNames.KEY_NAME)
                .map(AnnotationValue::getValue)
                .map(String::valueOf);
    }
}
