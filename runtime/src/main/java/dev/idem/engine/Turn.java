package dev.idem.engine;

import dev.idem.store.Payload;

/** What a call is told to do: replay an answer, listen to one, or run. */
sealed interface Turn permits Turn.Replay, Turn.Listen, Run {

    /**
     * The same call has been answered before.
     *
     * @param how what the call becomes by that
     */
    record Replay(Payload payload, CallOutcome how) implements Turn {}

    /** The same call streams its items now. Whoever is told so attends, and is to leave. */
    record Listen(Broadcast broadcast, Attendance attendance) implements Turn {}
}
