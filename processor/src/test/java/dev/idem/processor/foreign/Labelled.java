package dev.idem.processor.foreign;

import org.jspecify.annotations.Nullable;

/** What generated code cannot name, though it writes its fields. */
class Labelled<T extends Comparable<T>> {

    private @Nullable T label;

    public @Nullable T getLabel() {
        return label;
    }
}
