package dev.idem.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The declared result type of a guarded method, with its type arguments: {@code ResultType.of(List.class,
 * ResultType.of(Receipt.class))} is {@code List<Receipt>}. Immutable. Generated code makes these without reflection.
 *
 * @param raw the class, primitive types and {@code void} included
 * @param arguments the type arguments, none for a class without parameters
 */
public record ResultType(Class<?> raw, List<ResultType> arguments) {

    public ResultType {
        arguments = List.copyOf(arguments);
    }

    public static ResultType of(Class<?> raw, ResultType... arguments) {
        return new ResultType(raw, Arrays.asList(arguments));
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
