package dev.idem.it;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One call and its answer.
 *
 * @param name what is special about it; unique, since it is also the argument of the call
 * @param answer what the method returns
 * @param method how the call is made: the object behind a door, and the argument
 */
public record Sample<S>(
        String name, @Nullable Object answer, BiFunction<S, String, ? extends @Nullable Object> method) {

    @Nullable
    Object call(S service) {
        return method.apply(service, name);
    }
}
