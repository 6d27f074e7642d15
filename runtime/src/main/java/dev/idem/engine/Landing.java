package dev.idem.engine;

import dev.idem.IdempotencyException;
import dev.idem.store.Payload;
import java.util.function.Supplier;

/** How a flight ended, for those who followed it. */
sealed interface Landing {

    /** There is an answer, and it is everybody's. */
    record Answered(Payload payload) implements Landing {}

    /** There is none: the next one may try. */
    record Vacated() implements Landing {}

    /** The leader was refused for a reason that holds for its followers too. */
    record Refused(Supplier<IdempotencyException> failure) implements Landing {}
}
