package dev.idem.engine;

import dev.idem.store.Payload;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one run of a call, and what its caller and all duplicates get from it. */
final class GuardedRun {

    private final Call call;
    private final Run run;
    private final Outcomes outcomes;
    private final Optional<PendingOutcome> fate;

    /**
     * A run whose method has not begun.
     *
     * @param fate its part in the caller's transaction, if it joined one
     */
    GuardedRun(Call call, Run run, Outcomes outcomes, Optional<PendingOutcome> fate) {
        this.call = call;
        this.run = run;
        this.outcomes = outcomes;
        this.fate = fate;
    }

    /** Runs the method. An outcome that was recorded earlier is the answer of this caller too. */
    @Nullable
    Object proceed(Invocation invocation) throws Throwable {
        Object result;
        try {
            result = invocation.proceed();
        } catch (Throwable failure) {
            return thrown(failure);
        }
        Optional<Payload> earlier = end(outcomes.returned(call, result));
        return earlier.isPresent() ? outcomes.decode(call, earlier.get()) : result;
    }

    /** What the method throws is its outcome if it is declared to be one, and frees the claim else. */
    private @Nullable Object thrown(Throwable failure) throws Throwable {
        Optional<Ending> ending = outcomes.thrown(call, failure);
        if (ending.isEmpty()) {
            Stages.await(run.fail());
            throw failure;
        }
        Optional<Payload> earlier = end(ending.get());
        if (earlier.isPresent()) {
            return outcomes.decode(call, earlier.get());
        }
        throw failure;
    }

    /** Ends the run, or leaves that to the transaction whose fate it shares. The earlier outcome, if that is the answer. */
    private Optional<Payload> end(Ending ending) {
        if (fate.isEmpty()) {
            return Stages.await(run.end(ending));
        }
        fate.get().endsWith(ending);
        return Optional.empty();
    }
}
