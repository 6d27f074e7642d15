package dev.idem.key;

import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Recognises, in this process, the arguments of a call that was answered before, without their canonical text and its
 * digest. Two calls of one operation match exactly when their contents are equal, and their client's keys where they have
 * one. Generated code implements it; stateless.
 */
public interface LookupKey {

    /** A hash for this process alone: calls that match have the same. Reads each argument once, and keeps none. */
    long hash(@Nullable Object[] arguments);

    /**
     * What is needed to recognise the arguments: an immutable copy of their leaves, also of those that can change.
     *
     * @param arguments those of a call that has a content
     */
    Object copy(@Nullable Object[] arguments);

    /** Whether these arguments have the content of those that were copied. Values without a content match nothing. */
    boolean matches(@Nullable Object[] arguments, Object copy);

    /** The lookup key with these three parts. */
    static LookupKey of(
            ToLongFunction<@Nullable Object[]> hash,
            Function<@Nullable Object[], Object> copy,
            BiPredicate<@Nullable Object[], Object> matches) {
        return new LookupKey() {
            @Override
            public long hash(@Nullable Object[] arguments) {
                return hash.applyAsLong(arguments);
            }

            @Override
            public Object copy(@Nullable Object[] arguments) {
                return copy.apply(arguments);
            }

            @Override
            public boolean matches(@Nullable Object[] arguments, Object copied) {
                return matches.test(arguments, copied);
            }
        };
    }
}
