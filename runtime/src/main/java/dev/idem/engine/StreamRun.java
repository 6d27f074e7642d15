package dev.idem.engine;

import dev.idem.store.Payload;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The one run of a call that streams items. Its items are recorded when the stream completes. */
final class StreamRun {

    private final Call call;
    private final Run run;
    private final EngineParts parts;
    private final Outcomes outcomes;
    private final Broadcast broadcast;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** A run whose method has not begun, for one listener and all who come later. */
    StreamRun(Call call, Run run, EngineParts parts, Outcomes outcomes, Listener leader) {
        this.call = call;
        this.run = run;
        this.parts = parts;
        this.outcomes = outcomes;
        this.broadcast = new Broadcast(
                outcomes.record(call),
                item -> outcomes.item(call, item),
                reason -> Refusals.lost(call, reason),
                this,
                leader);
        leader.tune(Runnable::run, broadcast::replenish, () -> {});
        Stages.afterwards(leader.gone(), () -> leave(leader));
    }

    private void leave(Listener leader) {
        broadcast.leave(leader);
        run.attendance().leave();
    }

    /**
     * Begins the method on this thread; others may listen from now on.
     *
     * @param caller what the call was made inside of
     */
    void begin(Scope caller, StreamInvocation method) {
        run.broadcasts(broadcast);
        CurrentCall current = new CurrentCall(call, run, 1, caller);
        try {
            parts.scopes().within(current.inside(), () -> {
                subscribe(method.begin(current));
                return null;
            });
        } catch (Throwable failure) {
            failed(failure);
        }
        Stages.afterwards(run.attendance().deserted(), this::abandon);
    }

    private void subscribe(Flow.@Nullable Publisher<?> items) {
        if (items == null) {
            throw Refusals.noStream(call);
        }
        items.subscribe(broadcast);
    }

    /** The source has failed: nothing is recorded. */
    void failed(Throwable failure) {
        if (ended.compareAndSet(false, true)) {
            Tally.threw(run, failure, /* isOutcome= */ false);
            Stages.handOver(run.fail(), parts.workers(), (released, never) -> broadcast.fail(failure));
        }
    }

    /** The source has given all its items. Whoever listens is told so once the store knows, or is to be told. */
    void completed() {
        if (ended.compareAndSet(false, true)) {
            Ending ending = broadcast.ending(outcomes, call);
            Tally.returned(run, broadcast.lastOfAll());
            Stages.handOver(run.end(ending), parts.workers(), (earlier, never) -> finish(ending, earlier));
        }
    }

    /** Items that were sent cannot be taken back: where another run was recorded first, theirs is no answer. */
    private void finish(Ending ending, Optional<Payload> earlier) {
        if (earlier.isEmpty() || earlier.get().equals(ending.payload())) {
            broadcast.complete();
        } else {
            broadcast.fail(Refusals.superseded(call));
        }
    }

    private void abandon() {
        if (ended.compareAndSet(false, true)) {
            Tally.brokeOff(run);
            broadcast.cancel();
            run.breakOff();
        }
    }
}
