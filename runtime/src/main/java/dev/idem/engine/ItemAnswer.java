package dev.idem.engine;

import dev.idem.store.Payload;
import org.jspecify.annotations.Nullable;

/** What the caller gets for one item. */
sealed interface ItemAnswer {

    /**
     * An outcome that was recorded, not decoded yet.
     *
     * @param how what the item becomes by that
     */
    record Recorded(Payload payload, CallOutcome how) implements ItemAnswer {}

    /** A result. */
    record Result(@Nullable Object value) implements ItemAnswer {}

    /** Nothing: the method left it out. */
    record LeftOut() implements ItemAnswer {}
}
