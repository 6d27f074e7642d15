package dev.idem.engine;

import dev.idem.CallInProgressException;
import dev.idem.IdempotencyException;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completed;
import dev.idem.store.Conflict;
import dev.idem.store.FindReply;
import dev.idem.store.Held;
import dev.idem.store.IdempotencyStore.Subscription;
import dev.idem.store.Payload;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/*
 * A contender looks at what this process knows, then follows the flight at its address or leads it. A leader claims;
 * while the claim is held elsewhere it waits for a wake-up or the end of the lease, and claims again, until the call's
 * time is up; then it looks once more. It listens before it claims, so a wake-up that overtakes the reply is not missed.
 *
 * The steps run one after another, each on the thread that brought the news, and none blocks. Only two things come from
 * outside at any time: a wake-up and giving up. Both set a flag first and then end the pause, if there is one; a step
 * that begins a pause looks at the flags after the pause can be seen. So neither is lost.
 */
/** One call on its way to its {@link Turn}. */
final class Contender {

    private final Call call;
    private final EngineParts parts;
    private final long deadline;
    private final CompletableFuture<Turn> turn = new CompletableFuture<>();
    private volatile boolean woken;
    private volatile boolean givenUp;
    private volatile @Nullable Pause pause;

    /**
     * A contender that has done nothing yet.
     *
     * @param deadline when waiting ends, on the timer's clock
     */
    Contender(Call call, EngineParts parts, long deadline) {
        this.call = call;
        this.parts = parts;
        this.deadline = deadline;
    }

    /** Sets out. The stage completes with the turn, or with why there is none. */
    CompletableFuture<Turn> contend() {
        enter();
        return turn;
    }

    /** Waits for nobody any more. What is on its way to the store is still answered, and honoured. */
    void giveUp() {
        givenUp = true;
        endPause();
    }

    private void enter() {
        Optional<FindReply> known = call.store().peek(call.address(), call.fingerprint());
        if (known.isPresent() && known.get() instanceof Completed completed) {
            replay(completed.outcome().payload());
            return;
        }
        Flight mine = new Flight(call);
        parts.flights().begin(mine).ifPresentOrElse(this::follow, () -> lead(mine));
    }

    private void follow(Flight flight) {
        if (!flight.fingerprint().equals(call.fingerprint())) {
            turn.completeExceptionally(Refusals.conflict(call));
        } else if (isOutOfTime()) {
            turn.completeExceptionally(inProgress(call.policy().lease()));
        } else {
            awaitLanding(flight);
        }
    }

    private void awaitLanding(Flight flight) {
        pause(remaining(), () -> {
            Landing landing = flight.landing().getNow(null);
            if (landing != null) {
                land(landing);
            } else {
                turn.completeExceptionally(inProgress(call.policy().lease()));
            }
        });
        Stages.afterwards(flight.landing(), () -> endPause());
    }

    private void land(Landing landing) {
        if (landing instanceof Landing.Answered answered) {
            replay(answered.payload());
        } else if (landing instanceof Landing.Refused refused) {
            turn.completeExceptionally(refused.failure().get());
        } else if (isOutOfTime()) {
            turn.completeExceptionally(inProgress(call.policy().lease()));
        } else {
            enter();
        }
    }

    private void lead(Flight flight) {
        try {
            Subscription wakeUps = call.store().subscribe(call.address(), this::wake);
            Stages.afterwards(turn, wakeUps::close);
        } catch (RuntimeException e) {
            refuse(flight, () -> Refusals.unavailable(call, e));
            return;
        }
        claim(flight);
    }

    private void wake() {
        woken = true;
        endPause();
    }

    private void claim(Flight flight) {
        woken = false;
        ClaimRequest request = call.request(parts.tokens().get());
        long sent = parts.timer().nanoTime();
        Stages.attempt(() -> call.store().claim(request)).whenComplete((reply, failure) -> {
            if (failure == null) {
                answered(flight, request, sent, reply);
            } else {
                parts.outbox().send(() -> call.store().withdraw(request));
                refuse(flight, () -> Refusals.unavailable(call, failure));
            }
        });
    }

    private void answered(Flight flight, ClaimRequest request, long sent, ClaimReply reply) {
        if (reply instanceof ClaimReply.Granted granted) {
            turn.complete(parts.run(call, flight, request.granted(granted.grant()), sent));
        } else if (reply instanceof Completed completed) {
            complete(flight, completed);
        } else if (reply instanceof Held held) {
            await(flight, held.rest());
        } else {
            refuse(flight, () -> Refusals.conflict(call));
        }
    }

    private void await(Flight flight, Duration lease) {
        if (isOutOfTime()) {
            vacate(flight, inProgress(lease));
        } else {
            Duration patience = remaining();
            pause(patience.compareTo(lease) < 0 ? patience : lease, () -> resume(flight, lease));
        }
    }

    private void resume(Flight flight, Duration lease) {
        if (givenUp) {
            vacate(flight, inProgress(lease));
        } else if (remaining().isZero()) {
            lookOnceMore(flight, lease);
        } else {
            claim(flight);
        }
    }

    private void lookOnceMore(Flight flight, Duration lease) {
        Stages.attempt(() -> call.store().find(call.address(), call.fingerprint()))
                .whenComplete((reply, failure) -> {
                    if (failure != null) {
                        refuse(flight, () -> Refusals.unavailable(call, failure));
                    } else if (reply instanceof Completed completed) {
                        complete(flight, completed);
                    } else if (reply instanceof Conflict) {
                        refuse(flight, () -> Refusals.conflict(call));
                    } else {
                        vacate(flight, inProgress(reply instanceof Held held ? held.rest() : lease));
                    }
                });
    }

    private void complete(Flight flight, Completed completed) {
        parts.flights().land(flight, new Landing.Answered(completed.outcome().payload()));
        replay(completed.outcome().payload());
    }

    private void refuse(Flight flight, Supplier<IdempotencyException> failure) {
        parts.flights().land(flight, new Landing.Refused(failure));
        turn.completeExceptionally(failure.get());
    }

    private void vacate(Flight flight, IdempotencyException failure) {
        parts.flights().land(flight, new Landing.Vacated());
        turn.completeExceptionally(failure);
    }

    private void replay(Payload payload) {
        turn.complete(new Turn.Replay(payload));
    }

    private void pause(Duration atMost, Runnable next) {
        Pause begun = new Pause(next);
        pause = begun;
        begun.limit(parts.timer(), atMost);
        if (woken || givenUp) {
            begun.end();
        }
    }

    private void endPause() {
        Pause current = pause;
        if (current != null) {
            current.end();
        }
    }

    private boolean isOutOfTime() {
        return givenUp || remaining().isZero();
    }

    private Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadline - parts.timer().nanoTime()));
    }

    private CallInProgressException inProgress(Duration retryAfter) {
        return Refusals.inProgress(call, retryAfter, givenUp);
    }
}
