package dev.idem.engine;

import dev.idem.CallInProgressException;
import dev.idem.store.Payload;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call whose caller waits for it: the method runs on the caller's thread. */
final class BlockingCall {

    private final Call call;
    private final Invocation method;
    private final EngineParts parts;
    private final Outcomes outcomes;
    private final Optional<JoinedTransaction> joined;
    private final Caller caller;
    private final Attempts attempts;

    /**
     * A call of this thread that has done nothing yet.
     *
     * @param joined the transaction whose fate it shares, if it shares one
     */
    BlockingCall(
            Call call, Invocation method, EngineParts parts, Outcomes outcomes, Optional<JoinedTransaction> joined) {
        this.call = call;
        this.method = method;
        this.parts = parts;
        this.outcomes = outcomes;
        this.joined = joined;
        this.caller = parts.thisThread(call);
        this.attempts = new Attempts(call, parts);
    }

    /** Runs the method, or waits until the same call is answered. */
    @Nullable
    Object answer() throws Throwable {
        Optional<Payload> pending = joined.flatMap(transaction -> transaction.pending(call));
        if (pending.isPresent()) {
            return outcomes.replay(call, new Turn.Replay(pending.get(), CallOutcome.JOINED));
        }
        while (true) {
            Turn turn = awaitTurn();
            if (turn instanceof Turn.Replay replay) {
                return outcomes.replay(call, replay);
            }
            try {
                return Stages.await(guarded((Run) turn).proceed(caller.scope(), method))
                        .give();
            } catch (ClaimLostException lost) {
                // The next attempt needs a claim of its own.
            }
        }
    }

    private Turn awaitTurn() throws Throwable {
        try {
            return awaitValidTurn();
        } catch (CallInProgressException e) {
            throw joined.isPresent() ? joined.get().explain(e) : e;
        }
    }

    /** A run whose lease may be over before it begins is claimed again. */
    private Turn awaitValidTurn() throws Throwable {
        while (true) {
            Contender contender = new Contender(call, parts, caller, /* listens= */ false);
            Turn turn = Stages.joinTurn(contender.contend(), contender::giveUp);
            if (!(turn instanceof Run run) || run.mayBegin()) {
                return turn;
            }
            Stages.await(run.fail());
        }
    }

    private GuardedRun guarded(Run run) {
        try {
            Optional<PendingOutcome> fate = joined.map(transaction -> transaction.join(call, run));
            return new GuardedRun(call, run, parts.scopes(), outcomes, fate, attempts);
        } catch (RuntimeException | Error e) {
            Tally.refused(call.guard(), e);
            Stages.await(run.fail());
            throw e;
        }
    }
}
