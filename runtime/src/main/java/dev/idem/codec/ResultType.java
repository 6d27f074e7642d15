package dev.idem.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The declared result type of a guarded method, with its type arguments: {@code ResultType.of(List.class,
 * ResultType.of(Receipt.class))} is {@code List<Receipt>}. Immutable. Generated code makes these without reflection.
 *
 * <p>Of a sealed type the value's subtype is recorded by a name, never by its class. Which names there are belongs to no
 * checksum and no text of the type: a subtype that is added leaves old records readable, and a name that is gone makes
 * those that hold it unreadable.
 *
 * @param raw the class, primitive types and {@code void} included
 * @param arguments the type arguments, none for a class without parameters
 * @param subtypes for each sealed type inside, at any depth: the subtypes that its values can have, by their names;
 *     includes those of the arguments
 */
public record ResultType(Class<?> raw, List<ResultType> arguments, Map<Class<?>, Map<String, Class<?>>> subtypes) {

    public ResultType {
        arguments = List.copyOf(arguments);
        subtypes = withThoseOf(arguments, subtypes);
    }

    public static ResultType of(Class<?> raw, ResultType... arguments) {
        return new ResultType(raw, Arrays.asList(arguments), Map.of());
    }

    /**
     * The same type, with the subtypes of one sealed type that is it or is inside it.
     *
     * @param named the classes that a value can have, by the names that records hold
     * @throws IllegalArgumentException if a class is no subtype, or has two names
     */
    public ResultType withSubtypes(Class<?> sealedType, Map<String, Class<?>> named) {
        for (Class<?> subtype : named.values()) {
            if (!sealedType.isAssignableFrom(subtype)) {
                throw new IllegalArgumentException(subtype + " is no subtype of " + sealedType);
            }
        }
        if (new HashSet<>(named.values()).size() < named.size()) {
            throw new IllegalArgumentException("A subtype of " + sealedType + " has two names: " + named.keySet());
        }
        Map<Class<?>, Map<String, Class<?>>> all = new HashMap<>(subtypes);
        all.put(sealedType, Map.copyOf(named));
        return new ResultType(raw, arguments, all);
    }

    private static Map<Class<?>, Map<String, Class<?>>> withThoseOf(
            List<ResultType> arguments, Map<Class<?>, Map<String, Class<?>>> own) {
        Map<Class<?>, Map<String, Class<?>>> all = new HashMap<>();
        arguments.forEach(argument -> all.putAll(argument.subtypes));
        all.putAll(own);
        return Map.copyOf(all);
    }

    /** This type in the form that Java's reflection and the JSON libraries understand. */
    public Type toJavaType() {
        return arguments.isEmpty() ? raw : new Parameterized(this);
    }

    /** The type as in the source, with fully qualified names: {@code java.util.List<shop.Receipt>}. */
    @Override
    public String toString() {
        String name = Objects.requireNonNullElse(raw.getCanonicalName(), raw.getTypeName());
        return arguments.isEmpty()
                ? name
                : arguments.stream().map(ResultType::toString).collect(Collectors.joining(", ", name + "<", ">"));
    }

    /** Equal to reflection's own, in both directions. */
    private record Parameterized(ResultType type) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return type.arguments().stream().map(ResultType::toJavaType).toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return type.raw();
        }

        @Override
        public @Nullable Type getOwnerType() {
            return type.raw().getDeclaringClass();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ParameterizedType that
                    && getRawType().equals(that.getRawType())
                    && Objects.equals(getOwnerType(), that.getOwnerType())
                    && Arrays.equals(getActualTypeArguments(), that.getActualTypeArguments());
        }

        /** As reflection computes it. */
        @Override
        public int hashCode() {
            return Arrays.hashCode(getActualTypeArguments())
                    ^ Objects.hashCode(getOwnerType())
                    ^ getRawType().hashCode();
        }

        @Override
        public String toString() {
            return type.toString();
        }
    }
}
