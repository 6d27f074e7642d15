package dev.idem.processor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** What a record or class and its fields need, so that the codec can write and fill them. */
final class StorableClass {

    private static final ClassName JSON_IGNORE = new ClassName("com.fasterxml.jackson.annotation", "JsonIgnore");
    private static final ClassName JSON_PROPERTY = new ClassName("com.fasterxml.jackson.annotation", "JsonProperty");

    private StorableClass() {}

    static Optional<UnstorableReason> objection(TypeElement type, List<StateField> fields) {
        if (type.getKind() == ElementKind.RECORD) {
            return Optional.empty();
        }
        if (fields.isEmpty()) {
            return Optional.of(UnstorableReason.NO_FIELDS);
        }
        boolean constructible = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty());
        return constructible ? Optional.empty() : Optional.of(UnstorableReason.NO_CONSTRUCTOR);
    }

    static Optional<UnstorableReason> objection(StateField field) {
        Set<Modifier> modifiers = field.element().getModifiers();
        if (modifiers.contains(Modifier.TRANSIENT)) {
            return Optional.of(UnstorableReason.TRANSIENT);
        }
        if (isLeftOut(field)) {
            return Optional.of(UnstorableReason.LEFT_OUT);
        }
        boolean inRecord = TypeFacts.owner(field.element()).getKind() == ElementKind.RECORD;
        return modifiers.contains(Modifier.FINAL) && !inRecord
                ? Optional.of(UnstorableReason.FINAL_FIELD)
                : Optional.empty();
    }

    private static boolean isLeftOut(StateField field) {
        return membersOf(field)
                .anyMatch(member -> Annotations.has(member, JSON_IGNORE)
                        || Annotations.find(member, JSON_PROPERTY)
                                .filter(StorableClass::isWriteOnly)
                                .isPresent());
    }

    /** The field, and the accessors and the component that share its property. */
    private static Stream<? extends Element> membersOf(StateField field) {
        return TypeFacts.owner(field.element()).getEnclosedElements().stream()
                .filter(member -> PropertyNames.mayRead(member.getSimpleName().toString(), field.name()));
    }

    private static boolean isWriteOnly(AnnotationMirror property) {
        return property.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals("access"))
                .map(entry -> access(entry.getValue()))
                .anyMatch("WRITE_ONLY"::equals);
    }

    private static String access(AnnotationValue value) {
        return value.getValue() instanceof Element constant
                ? constant.getSimpleName().toString()
                : "";
    }
}
