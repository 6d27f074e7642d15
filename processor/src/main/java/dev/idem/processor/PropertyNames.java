package dev.idem.processor;

import java.util.Optional;

/** How accessors are named after properties, as {@code java.beans.Introspector} has it. */
final class PropertyNames {

    private PropertyNames() {}

    /** The property that a getter of this name reads, by its {@code get}. */
    static Optional<String> ofGet(String method) {
        return afterPrefix("get", method).map(PropertyNames::decapitalize);
    }

    /** The property that a getter of this name reads, by its {@code is}. */
    static Optional<String> ofIs(String method) {
        return afterPrefix("is", method).map(PropertyNames::decapitalize);
    }

    /** The getter that a message proposes for a property. */
    static String getter(String property) {
        return "get" + capitalize(property);
    }

    /** Whether a method of this name is the getter of the property, by its {@code get}. */
    static boolean isGet(String method, String property) {
        return isGetter("get", method, property);
    }

    /** Whether a method of this name is the getter of the property, by its {@code is}. */
    static boolean isIs(String method, String property) {
        return isGetter("is", method, property);
    }

    /** Whether a method of this name may read the property. */
    static boolean mayRead(String method, String property) {
        return method.equals(property) || isGet(method, property) || isIs(method, property);
    }

    /** Kotlin, Lombok and many people write {@code getXAxis} for {@code xAxis}, which bean names read as XAxis. */
    private static boolean isGetter(String prefix, String method, String property) {
        return afterPrefix(prefix, method)
                .filter(name -> decapitalize(name).equals(property) || name.equals(capitalize(property)))
                .isPresent();
    }

    private static Optional<String> afterPrefix(String prefix, String method) {
        return method.startsWith(prefix) && method.length() > prefix.length()
                ? Optional.of(method.substring(prefix.length()))
                : Optional.empty();
    }

    /** {@code URL} stays as it is: two capitals at the start are a name of their own. */
    private static String decapitalize(String name) {
        if (name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1))) {
            return name;
        }
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** The name with a capital at its start, and otherwise as it is. */
    static String capitalize(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
