package dev.idem.key;

import org.jspecify.annotations.Nullable;

/** Reads the key that the client gave from the arguments of a call. Generated code implements it. */
@FunctionalInterface
public interface ClientKey {

    /** The key as it came, unchecked; null if there is none. */
    @Nullable
    String read(@Nullable Object[] arguments);
}
