package dev.idem.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A type whose values are one JSON scalar each.
 *
 * @param any makes a value
 * @param near makes values that nearly are another one
 * @param edges values where a form changes, or where it ends
 * @param write as generated code would
 * @param equal which values shall have one text
 */
record ScalarType<T>(
        String name,
        Function<Random, T> any,
        Function<T, Stream<T>> near,
        List<T> edges,
        BiConsumer<CanonicalWriter, T> write,
        BiPredicate<T, T> equal) {

    private static final int VALUES = 6;

    /** A type whose values have one text if they are equal as Java says. */
    static <T> ScalarType<T> of(
            Class<T> type,
            Function<Random, T> any,
            Function<T, Stream<T>> near,
            List<T> edges,
            BiConsumer<CanonicalWriter, T> write) {
        return new ScalarType<>(type.getSimpleName(), any, near, edges, write, Object::equals);
    }

    ScalarType<T> comparedBy(BiPredicate<T, T> other) {
        return new ScalarType<>(name, any, near, edges, write, other);
    }

    /** The edges, some random values, and what is near to these. */
    List<T> values(Random random) {
        List<T> values = new ArrayList<>(edges);
        for (int i = 0; i < VALUES; i++) {
            T value = any.apply(random);
            values.add(value);
            near.apply(value).forEach(values::add);
        }
        return values;
    }

    String text(T value) {
        return Canonical.text(out -> write.accept(out, value));
    }

    @Override
    public String toString() {
        return name;
    }
}
