package dev.idem.intercept;

import dev.idem.engine.ForeignType;
import dev.idem.engine.IdempotentCalls;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares the types of other artifacts that are there with those that generated code was compiled against. */
final class ForeignMembers {

    private ForeignMembers() {}

    /**
     * Looks at all types that a generated class writes.
     *
     * @throws ChangedTypeException if one has other members now
     */
    static void check(IdempotentCalls calls) throws ClassNotFoundException {
        for (ForeignType type : calls.foreignTypes()) {
            check(type, calls.getClass());
        }
    }

    private static void check(ForeignType compiled, Class<?> generated) throws ClassNotFoundException {
        Class<?> actual = Class.forName(compiled.name(), false, generated.getClassLoader());
        List<String> members = members(actual).toList();
        NavigableSet<String> added = without(members, compiled.members());
        NavigableSet<String> removed = without(compiled.members(), members);
        if (!added.isEmpty() || !removed.isEmpty()) {
            throw new ChangedTypeException(generated, actual, added, removed);
        }
    }

    private static NavigableSet<String> without(List<String> members, List<String> others) {
        NavigableSet<String> rest = new TreeSet<>(members);
        others.forEach(rest::remove);
        return rest;
    }

    private static Stream<String> members(Class<?> type) {
        Stream<String> fields = Arrays.stream(type.getDeclaredFields())
                .filter(ForeignMembers::isState)
                .map(field -> field.getType().getTypeName() + " " + field.getName());
        return type.isSealed() ? Stream.concat(fields, subtypes(type)) : fields;
    }

    private static Stream<String> subtypes(Class<?> type) {
        return Arrays.stream(type.getPermittedSubclasses()).map(subtype -> "permits " + subtype.getName());
    }

    private static boolean isState(Field field) {
        return (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0 && !field.isSynthetic();
    }
}
