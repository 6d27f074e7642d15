package dev.idem.processor;

/** Why a type has no stable value, where that follows from its shape and not from its name. */
enum UnstableShape {
    UNKNOWN("its shape is unknown at compile time", "Use a concrete type, or give a concrete type argument"),
    RAW("it is raw, so the type of its content is unknown", "Give it type arguments"),
    CHARACTERS("it is mutable text", "Use String"),
    INTERFACE(
            "an implementation can have state that the interface does not show",
            "Use a record, or narrow the key with paths such as key = \"order.id\""),
    ABSTRACT(
            "a subclass can have state that the abstract class does not show",
            "Use a record, or narrow the key with paths such as key = \"order.id\""),
    SEALED(
            "the form of sealed types is not supported yet",
            "Use a record for each case, or narrow the key with paths such as key = \"order.id\""),
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

    String reason() {
        return reason;
    }

    String remedy() {
        return remedy;
    }
}
