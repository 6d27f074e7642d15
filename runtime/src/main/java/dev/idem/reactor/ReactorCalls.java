package dev.idem.reactor;

import dev.idem.engine.CurrentCall;
import java.util.Optional;
import reactor.util.context.ContextView;

/** What a reactive chain knows of the guarded call that it belongs to. */
public final class ReactorCalls {

    /** Under what key the run of a guarded call is in the context of its Mono or Flux: its {@link CurrentCall}. */
    public static final Object CURRENT_CALL = CurrentCall.class;

    private ReactorCalls() {}

    /** The guarded call whose Mono or Flux runs in this context; the innermost one. */
    public static Optional<CurrentCall> current(ContextView context) {
        return context.getOrEmpty(CURRENT_CALL);
    }
}
