package dev.idem.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a thread is inside of. Immutable.
 *
 * @param innermost the call whose method it runs; empty outside of calls, and where the method runs for several
 * @param runs the calls whose methods it runs, innermost first
 * @param bypassing whether the next guarded call that it enters goes straight through
 */
record Scope(Optional<CurrentCall> innermost, List<CurrentCall> runs, boolean bypassing) {

    static final Scope NONE = new Scope(Optional.empty(), List.of(), /* bypassing= */ false);

    Scope {
        runs = List.copyOf(runs);
    }

    /** The inside of this run. */
    Scope enter(CurrentCall run) {
        return new Scope(Optional.of(run), with(List.of(run)), /* bypassing= */ false);
    }

    /** The inside of one run for several calls. */
    Scope enterAll(List<CurrentCall> together) {
        return new Scope(Optional.empty(), with(together), /* bypassing= */ false);
    }

    private List<CurrentCall> with(List<CurrentCall> inner) {
        return Stream.concat(inner.stream(), runs.stream()).toList();
    }

    Scope withBypassing(boolean value) {
        return new Scope(innermost, runs, value);
    }

    /** Whether a call is made by its own run: whoever waits for it there waits for itself. */
    boolean isInside(Call call) {
        return runs.stream().anyMatch(run -> run.isOf(call));
    }
}
