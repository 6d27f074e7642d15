package dev.idem.retry;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A public method of some library's type, known by its name only. Immutable.
 *
 * @param method null if the type has none
 */
record Getter(@Nullable Method method) {

    /** The first of these methods, without parameters, that the type has. */
    static Getter ofFirst(Class<?> type, String... names) {
        return find(type, new Class<?>[0], names);
    }

    /** The first of these methods, with one text as parameter, that the type has. */
    static Getter ofFirstByName(Class<?> type, String... names) {
        return find(type, new Class<?>[] {String.class}, names);
    }

    private static Getter find(Class<?> type, Class<?>[] parameters, String... names) {
        return Stream.of(names)
                .flatMap(name -> method(type, name, parameters).stream())
                .findFirst()
                .map(Getter::new)
                .orElseGet(() -> new Getter(null));
    }

    private static Optional<Method> method(Class<?> type, String name, Class<?>[] parameters) {
        try {
            Method method = type.getMethod(name, parameters);
            boolean usable = !Modifier.isStatic(method.getModifiers()) && method.trySetAccessible();
            return usable ? Optional.of(method) : Optional.empty();
        } catch (NoSuchMethodException | SecurityException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** What the method returns; empty if there is none, or it returns null or throws. */
    Optional<Object> read(Object target, Object... arguments) {
        if (method == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(method.invoke(target, arguments));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
