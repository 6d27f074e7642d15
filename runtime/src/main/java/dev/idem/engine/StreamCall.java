package dev.idem.engine;

import dev.idem.CallInProgressException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One subscription to the items of a call, for which no thread waits. */
final class StreamCall {

    private final Call call;
    private final StreamInvocation method;
    private final EngineParts parts;
    private final Outcomes outcomes;
    private final Caller caller;
    private final Listener listener;
    private volatile @Nullable Broadcast joined;

    private StreamCall(
            Call call,
            StreamInvocation method,
            EngineParts parts,
            Outcomes outcomes,
            Caller caller,
            Listener listener) {
        this.call = call;
        this.method = method;
        this.parts = parts;
        this.outcomes = outcomes;
        this.caller = caller;
        this.listener = listener;
    }

    /** Sets out. All that goes wrong, the subscriber is told. */
    static void begin(
            Supplier<Call> reader,
            Scope scope,
            StreamInvocation method,
            EngineParts parts,
            Outcomes outcomes,
            Flow.Subscriber<? super Object> subscriber) {
        Listener listener = new Listener(subscriber);
        subscriber.onSubscribe(listener);
        if (listener.isGone()) {
            return;
        }
        try {
            Call call = reader.get();
            StreamCall stream =
                    new StreamCall(call, method, parts, outcomes, parts.withoutThread(call, scope), listener);
            Stages.afterwards(listener.gone(), stream::tellJoined);
            stream.contend();
        } catch (RuntimeException | Error e) {
            listener.fail(e);
        }
    }

    private void contend() {
        joined = null;
        Contender contender = new Contender(call, parts, caller, /* listens= */ true);
        Stages.afterwards(listener.gone(), contender::giveUp);
        Stages.handOver(contender.contend(), parts.workers(), this::take);
    }

    private void take(@Nullable Turn turn, @Nullable Throwable failure) {
        if (failure != null) {
            listener.fail(Stages.cause(failure));
        } else if (turn instanceof Run run) {
            lead(run);
        } else if (turn instanceof Turn.Listen listen) {
            listen(listen);
        } else if (turn instanceof Turn.Replay replay) {
            replay(replay);
        }
    }

    /** A subscriber that has gone meanwhile leaves the run to those who wait still. */
    private void lead(Run run) {
        if (listener.isGone()) {
            Stages.afterwards(run.fail(), () -> {});
        } else if (run.mayBegin()) {
            new StreamRun(call, run, parts, outcomes, listener).begin(caller.scope(), method);
        } else {
            Stages.afterwards(run.fail(), this::contend);
        }
    }

    private void replay(Turn.Replay replay) {
        listener.tune(Runnable::run, () -> {}, () -> {});
        try {
            List<Answer> items = outcomes.items(call, replay.payload());
            Tally.streamed(call, replay.how(), items);
            items.forEach(listener::offer);
        } catch (Throwable failure) {
            Tally.refused(call.guard(), failure);
            listener.fail(failure);
            return;
        }
        listener.complete();
    }

    /** A subscriber of a duplicate is told on other threads, so that it never keeps the first one waiting. */
    private void listen(Turn.Listen turn) {
        Broadcast broadcast = turn.broadcast();
        listener.tune(parts.workers(), broadcast::replenish, this::contend);
        Broadcast.Reception reception = broadcast.join(listener);
        if (reception == Broadcast.Reception.LISTENS) {
            joined = broadcast;
            Stages.afterwards(listener.gone(), () -> broadcast.leave(listener));
            Stages.afterwards(listener.gone(), turn.attendance()::leave);
            limitSilence(broadcast);
            broadcast.replenish();
            listener.deliver();
            return;
        }
        turn.attendance().leave();
        if (reception == Broadcast.Reception.LOST) {
            Tally.refused(call.guard(), broadcast.loss());
            listener.fail(broadcast.loss());
        } else {
            contend();
        }
    }

    private void tellJoined() {
        Broadcast broadcast = joined;
        if (broadcast != null) {
            Tally.replayed(call, CallOutcome.JOINED, broadcast.lastOfAll());
        }
    }

    /** Its waiting ends with the first item, or when its time is over. */
    private void limitSilence(Broadcast broadcast) {
        Duration rest =
                Duration.ofNanos(Math.max(0, caller.deadline() - parts.timer().nanoTime()));
        Timer.Scheduled limit = parts.timer().schedule(rest, () -> {
            if (broadcast.leaveSilence(listener)) {
                CallInProgressException refusal = Refusals.waitedTooLong(call);
                joined = null;
                Tally.refused(call.guard(), refusal);
                listener.fail(refusal);
            }
        });
        Stages.afterwards(listener.gone(), limit::cancel);
    }
}
