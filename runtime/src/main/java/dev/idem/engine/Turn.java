package dev.idem.engine;

import dev.idem.store.Payload;

/** What a call is told to do: replay an answer, or run. */
sealed interface Turn permits Turn.Replay, Run {

    /** The same call has been answered before. */
    record Replay(Payload payload) implements Turn {}
}
