package dev.idem.intercept;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameter types of methods as one class sees them: {@code run(T)} of {@code Base<T>} is {@code run(Order)} in a
 * class that extends {@code Base<Order>}. Two methods of one name with equal types override each other there.
 */
final class Signatures {

    private final Hierarchy hierarchy;
    private final Map<TypeVariable<?>, Type> assignments = new HashMap<>();

    Signatures(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
        hierarchy.types().forEach(this::readSupertypes);
    }

    /** Whether both methods are one method in this class, the bridge methods of the compiler included. */
    boolean override(Method one, Method other) {
        return one.getName().equals(other.getName())
                && one.getParameterCount() == other.getParameterCount()
                && parameterTypes(one).equals(parameterTypes(other));
    }

    private void readSupertypes(Class<?> type) {
        readAssignments(type.getGenericSuperclass());
        Arrays.stream(type.getGenericInterfaces()).forEach(this::readAssignments);
    }

    private void readAssignments(@Nullable Type supertype) {
        if (supertype instanceof ParameterizedType parameterized
                && parameterized.getRawType() instanceof Class<?> raw) {
            TypeVariable<?>[] variables = raw.getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                assignments.putIfAbsent(variables[i], parameterized.getActualTypeArguments()[i]);
            }
        }
    }

    private List<? extends Class<?>> parameterTypes(Method method) {
        return Arrays.stream(bridged(method).getGenericParameterTypes())
                .map(this::erase)
                .toList();
    }

    /** A bridge method has lost its generic types; the method that made the compiler write it still has them. */
    private Method bridged(Method method) {
        if (!method.isBridge()) {
            return method;
        }
        return hierarchy
                .methods()
                .filter(candidate -> !candidate.isBridge()
                        && candidate.getName().equals(method.getName())
                        && Arrays.equals(candidate.getParameterTypes(), method.getParameterTypes()))
                .findFirst()
                .orElse(method);
    }

    private Class<?> erase(Type type) {
        if (type instanceof Class<?> raw) {
            return raw;
        } else if (type instanceof ParameterizedType parameterized) {
            return erase(parameterized.getRawType());
        } else if (type instanceof GenericArrayType array) {
            return erase(array.getGenericComponentType()).arrayType();
        } else if (type instanceof WildcardType wildcard) {
            return erase(wildcard.getUpperBounds()[0]);
        } else if (type instanceof TypeVariable<?> variable) {
            Type assigned = assignments.get(variable);
            return erase(assigned == null ? variable.getBounds()[0] : assigned);
        }
        throw new IllegalArgumentException("A kind of type that Java did not have: " + type);
    }
}
