package dev.idem.processor;

import java.util.Arrays;
import java.util.Optional;

/** The optional types of the JDK. */
enum OptionalKind {
    ANY("java.util.Optional", "get"),
    INT("java.util.OptionalInt", "getAsInt"),
    LONG("java.util.OptionalLong", "getAsLong"),
    DOUBLE("java.util.OptionalDouble", "getAsDouble");

    private final String type;
    private final String getter;

    OptionalKind(String type, String getter) {
        this.type = type;
        this.getter = getter;
    }

    /** The method that gives the content. */
    String getter() {
        return getter;
    }

    /** The JSON form of a number inside. */
    String form() {
        return this == DOUBLE ? "double" : "integer";
    }

    static Optional<OptionalKind> of(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }
}
