package dev.idem.processor;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * A field that is part of the state of instances.
 *
 * @param element the field
 * @param type its type, with the type arguments of the class that it was found in
 */
record StateField(VariableElement element, TypeMirror type) {

    String name() {
        return element.getSimpleName().toString();
    }

    /** Whether the field is part of a value's text: transient ones are not. */
    boolean isWritten() {
        return !element.getModifiers().contains(Modifier.TRANSIENT);
    }

    /** The name of the class that declares the field. */
    String owner() {
        return TypeFacts.owner(element).getSimpleName().toString();
    }

    /** All non-static fields of a class, inherited and private ones too. */
    static List<StateField> of(DeclaredType type, Types types) {
        return Supertypes.classes(type).stream()
                .flatMap(owner -> fields(owner, types))
                .toList();
    }

    private static Stream<StateField> fields(DeclaredType owner, Types types) {
        return ElementFilter.fieldsIn(owner.asElement().getEnclosedElements()).stream()
                .filter(field -> field.getKind() == ElementKind.FIELD)
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                .map(field -> new StateField(field, types.asMemberOf(owner, field)));
    }
}
