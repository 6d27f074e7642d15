package dev.idem.intercept;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A class and all it inherits from, nearest first: the class, its superclasses, then the interfaces, those that extend
 * another one before it.
 *
 * @param types the class itself first
 */
record Hierarchy(List<Class<?>> types) {

    static Hierarchy of(Class<?> type) {
        List<Class<?>> types = new ArrayList<>();
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            types.add(c);
            addInterfaces(c, interfaces);
        }
        interfaces.removeAll(types);
        types.addAll(subtypesFirst(interfaces));
        return new Hierarchy(types);
    }

    /** The methods that all these types declare, in the order of the types. */
    Stream<Method> methods() {
        return types.stream().flatMap(type -> Arrays.stream(type.getDeclaredMethods()));
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> interfaces) {
        for (Class<?> parent : type.getInterfaces()) {
            if (interfaces.add(parent)) {
                addInterfaces(parent, interfaces);
            }
        }
    }

    private static List<Class<?>> subtypesFirst(Set<Class<?>> interfaces) {
        List<Class<?>> ordered = new ArrayList<>();
        for (Class<?> type : interfaces) {
            int place = 0;
            while (place < ordered.size() && !ordered.get(place).isAssignableFrom(type)) {
                place++;
            }
            ordered.add(place, type);
        }
        return ordered;
    }
}
