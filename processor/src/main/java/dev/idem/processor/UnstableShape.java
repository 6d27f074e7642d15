package dev.idem.processor;

import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Why a type has no stable value, where that follows from its shape and not from its name. */
enum UnstableShape {
    UNKNOWN("its shape is unknown at compile time", "Use a concrete type, or give a concrete type argument"),
    RAW("it is raw, so the type of its content is unknown", "Give it type arguments"),
    CHARACTERS("it is mutable text", "Use String"),
    INTERFACE(
            "an implementation can have state that the interface does not show",
            "Use a record or a sealed type, narrow the key with paths such as key = \"order.id\", or name an encoder with"
                    + " @KeyEncodedBy"),
    ABSTRACT(
            "a subclass can have state that the abstract class does not show",
            "Use a record or a sealed type, narrow the key with paths such as key = \"order.id\", or name an encoder with"
                    + " @KeyEncodedBy"),
    NON_SEALED(
            "it is non-sealed, so a subclass can have state that nothing here shows",
            "Make it final, a record or sealed"),
    ENTITY(
            "an entity's state depends on what was loaded",
            "Key by its identifier with a path such as key = \"order.id\""),
    FUNCTION("code has no value identity", "Annotate it @KeyIgnore"),
    INNER("an inner class has the state of its outer instance too", "Make the class static"),
    MAP_KEY(
            "its keys have no text that differs for different keys",
            "Use keys of type String, UUID, an enum, an integer type, boolean, char, or a date such as LocalDate"),
    NESTED_OPTIONAL("empty has two meanings in it", "Use a single Optional"),
    ENDLESS("its type arguments grow without end", "Use a type that contains itself with the same type arguments"),
    FOREIGN("no form is defined for this JDK type", "Use String, or a record of the values that matter");

    private final String reason;
    private final String remedy;

    UnstableShape(String reason, String remedy) {
        this.reason = reason;
        this.remedy = remedy;
    }

    /** What there is to object to a record, class or interface as such. */
    static Optional<UnstableShape> of(DeclaredType type) {
        TypeElement element = Supertypes.element(type);
        if (TypeFacts.isFunction(element)) {
            return Optional.of(FUNCTION);
        }
        if (Supertypes.name(type).equals("java.lang.Object")) {
            return Optional.of(UNKNOWN);
        }
        if (Annotations.hasSimpleName(element, "Entity")) {
            return Optional.of(ENTITY);
        }
        boolean isSealed = Subtypes.isSealed(element) && !TypeFacts.isOfJdk(type);
        if (element.getKind().isInterface() && !isSealed) {
            return Optional.of(INTERFACE);
        }
        if (TypeFacts.isOfJdk(type)) {
            return Optional.of(FOREIGN);
        }
        if (element.getModifiers().contains(Modifier.ABSTRACT) && !isSealed) {
            return Optional.of(ABSTRACT);
        }
        if (TypeFacts.isInner(element)) {
            return Optional.of(INNER);
        }
        return TypeFacts.isOpen(type) ? Optional.of(UNKNOWN) : Optional.empty();
    }

    String reason() {
        return reason;
    }

    String remedy() {
        return remedy;
    }
}
