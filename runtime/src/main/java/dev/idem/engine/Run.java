package dev.idem.engine;

import dev.idem.LogEvent;
import dev.idem.OwnerCrash;
import dev.idem.store.Claim;
import dev.idem.store.Completion;
import dev.idem.store.CompletionReply;
import dev.idem.store.CompletionReply.Refused;
import dev.idem.store.CompletionReply.Superseded;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.Payload;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The right to run a call, and the duty to say how it ended: exactly one of its ends is called, once. */
final class Run implements Turn {

    private static final Logger log = LoggerFactory.getLogger(Run.class);

    private final Call call;
    private final EngineParts parts;
    private final Flight flight;
    private final HeldClaim held;
    private final long granted;

    /** The right that the store has just granted. */
    Run(Call call, EngineParts parts, Flight flight, HeldClaim held) {
        this.call = call;
        this.parts = parts;
        this.flight = flight;
        this.held = held;
        this.granted = parts.timer().nanoTime();
    }

    /** The call as it is guarded now: by the store, or by this process alone. */
    Call call() {
        return call;
    }

    /** Who is there for its outcome. */
    Attendance attendance() {
        return flight.attendance();
    }

    /** Lets others of this process listen to the items of this run. */
    void broadcasts(Broadcast broadcast) {
        flight.broadcast().complete(broadcast);
    }

    /** How long ago its claim was granted. */
    Duration took() {
        return Duration.ofNanos(parts.timer().nanoTime() - granted);
    }

    /** Whether the method may begin now: the claim is not known to be lost, and its lease cannot be over. */
    boolean mayBegin() {
        return held.holdsAt(parts.timer().nanoTime());
    }

    /**
     * Says to the store that the method begins; without a word from here nobody runs it again. False: the claim is lost.
     * Fails if there is no answer. In both cases the claim is given up, and another one is needed.
     */
    CompletionStage<Boolean> start() {
        return start(store()::start);
    }

    /** As {@link #start()}, by this way to the store. */
    CompletionStage<Boolean> start(Function<Claim, CompletionStage<Boolean>> start) {
        long sent = parts.timer().nanoTime();
        return Stages.attempt(() -> start.apply(held.claim())).whenComplete((done, failure) -> {
            if (failure != null) {
                stopRenewing();
                parts.outbox().send(() -> store().release(held.claim()));
            } else if (done) {
                held.confirm(sent);
            } else {
                stopRenewing();
            }
        });
    }

    /** There is no answer for anybody else: the claim is free for the next call. Completes when the store knows, or is to be told. */
    CompletableFuture<Void> fail() {
        return fail(store()::release);
    }

    /** As {@link #fail()}, by this way to the store. */
    CompletableFuture<Void> fail(Function<Claim, CompletionStage<Boolean>> release) {
        return release(new Landing.Vacated(), release);
    }

    /**
     * Nobody is there for the outcome any more, and the method has been stopped in its middle: the claim is free, or, for a
     * call that nobody may run again, ends with its lease.
     */
    void breakOff() {
        if (call.policy().onOwnerCrash() == OwnerCrash.RERUN) {
            Stages.afterwards(fail(), () -> {});
        } else {
            lapse();
        }
    }

    private CompletableFuture<Void> release(Landing landing, Function<Claim, CompletionStage<Boolean>> release) {
        held.end();
        stopRenewing();
        return Stages.attempt(() -> release.apply(held.claim()))
                .handle((released, failure) -> {
                    if (failure != null) {
                        parts.outbox().send(() -> store().release(held.claim()));
                    }
                    parts.flights().land(flight, landing);
                    return (Void) null;
                })
                .toCompletableFuture();
    }

    /**
     * The method has an outcome, which is to be what every duplicate gets; or only those who wait for it here, with the
     * claim free for everybody else.
     *
     * @return the outcome of an earlier owner, if that is the answer instead. Never fails: when the store does not
     *     answer, the outcome is kept, the claim is renewed, and both go on until the store is back
     */
    CompletableFuture<Optional<Payload>> end(Ending ending) {
        return end(ending, store()::complete, store()::release);
    }

    /** As {@link #end(Ending)}, by these ways to the store. */
    CompletableFuture<Optional<Payload>> end(
            Ending ending,
            Function<Completion, CompletionStage<CompletionReply>> complete,
            Function<Claim, CompletionStage<Boolean>> release) {
        Payload payload = ending.payload();
        return ending.recorded()
                ? complete(payload, complete)
                : release(unrecorded(payload), release).thenApply(released -> Optional.empty());
    }

    private static Landing unrecorded(Payload payload) {
        return Outcomes.isAvailable(payload) ? new Landing.Answered(payload) : new Landing.Vacated();
    }

    /** The run is measured from the answer to its claim: from an earlier time, a late copy could outlive the outcome. */
    private CompletableFuture<Optional<Payload>> complete(
            Payload payload, Function<Completion, CompletionStage<CompletionReply>> complete) {
        held.end();
        Completion completion = new Completion(held.claim(), payload, took());
        return Stages.attempt(() -> complete.apply(completion))
                .handle((reply, failure) -> {
                    if (failure != null) {
                        keep(completion, Stages.cause(failure));
                        return Optional.<Payload>empty();
                    }
                    return settle(payload, reply);
                })
                .toCompletableFuture();
    }

    /** Nobody knows what became of the run: its claim is neither released nor renewed, and ends with its lease. */
    void lapse() {
        LogEvent.RUN_UNKNOWN
                .warn(log)
                .log("Whether {} had its effect is unknown. Its claim ends with its lease.", call);
        stopRenewing();
        parts.flights().land(flight, new Landing.Vacated());
    }

    private Optional<Payload> settle(Payload mine, CompletionReply reply) {
        stopRenewing();
        if (reply instanceof Refused refused) {
            LogEvent.OUTCOME_REFUSED
                    .warn(log)
                    .log("The outcome of {} is not recorded ({}). Its caller has its result.", call, refused.reason());
            parts.outbox().send(() -> store().release(held.claim()));
            parts.flights().land(flight, new Landing.Vacated());
            return Optional.empty();
        }
        Optional<Payload> earlier = reply instanceof Superseded superseded
                ? Optional.of(superseded.outcome().payload())
                : Optional.empty();
        if (earlier.isPresent()) {
            call.observer().ranTwice();
            LogEvent.RUN_DUPLICATE
                    .warn(log)
                    .log("{} lost its claim while it ran, and another owner was first: it has run twice.", call);
        }
        parts.flights().land(flight, new Landing.Answered(earlier.orElse(mine)));
        return earlier;
    }

    private void keep(Completion completion, Throwable cause) {
        LogEvent.OUTCOME_KEPT
                .warn(log)
                .setCause(cause)
                .log("The outcome of {} could not be recorded yet; it is kept and sent again.", call);
        parts.flights().answerEarly(flight, new Landing.Answered(completion.payload()));
        parts.outbox()
                .send(new Outbox.Letter<>(
                        () -> store().complete(completion),
                        completion.payload().size(),
                        call.policy().ttl(),
                        reply -> settle(completion.payload(), reply),
                        this::abandon));
    }

    private void abandon() {
        LogEvent.OUTCOME_LOST
                .warn(log)
                .log("The outcome of {} was never recorded: the store did not come back in time.", call);
        stopRenewing();
        parts.flights().remove(flight);
    }

    private void stopRenewing() {
        parts.keeper().drop(store(), held);
    }

    private IdempotencyStore store() {
        return call.store();
    }
}
