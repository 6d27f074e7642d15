package dev.idem.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a thread is inside of. Immutable.
 *
 * @param runs the calls whose methods it runs, innermost first
 * @param bypassing whether the next guarded call that it enters goes straight through
 */
record Scope(List<CurrentCall> runs, boolean bypassing) {

    static final Scope NONE = new Scope(List.of(), /* bypassing= */ false);

    Scope {
        runs = List.copyOf(runs);
    }

    /** The inside of this run. */
    Scope enter(CurrentCall run) {
        return new Scope(Stream.concat(Stream.of(run), runs.stream()).toList(), /* bypassing= */ false);
    }

    Scope withBypassing(boolean value) {
        return new Scope(runs, value);
    }

    Optional<CurrentCall> innermost() {
        return runs.stream().findFirst();
    }

    /** Whether a call is made by its own run: whoever waits for it there waits for itself. */
    boolean isInside(Call call) {
        return runs.stream().anyMatch(run -> run.isOf(call));
    }
}
