package dev.idem.engine;

import dev.idem.CallInProgressException;
import dev.idem.IdempotencyException;
import dev.idem.OwnerCrash;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completed;
import dev.idem.store.Conflict;
import dev.idem.store.FindReply;
import dev.idem.store.Held;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.IdempotencyStore.Subscription;
import dev.idem.store.OutcomeUnknown;
import dev.idem.store.Payload;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/*
 * A contender looks at what this process knows, then follows the flight of the same call or leads it. A leader claims;
 * while the claim is held elsewhere it waits for a wake-up or the end of the lease, and claims again, until the call's
 * time is up; then it looks once more. It listens before it claims, so a wake-up that overtakes the reply is not missed.
 *
 * The steps run one after another, each on the thread that brought the news, and none blocks.
 */
/** One call on its way to its {@link Turn}. */
final class Contender {

    private final CompletableFuture<Turn> turn = new CompletableFuture<>();
    private final EngineParts parts;
    private final Caller caller;
    private final Patience patience;
    private final boolean listens;
    private Call call;
    private boolean toldInProgress;

    /**
     * A contender that has done nothing yet.
     *
     * @param listens whether it may have the items of a stream before its end
     */
    Contender(Call call, EngineParts parts, Caller caller, boolean listens) {
        this.call = call;
        this.parts = parts;
        this.caller = caller;
        this.listens = listens;
        this.patience = new Patience(parts.timer(), caller, call.policy().lockWait());
    }

    /** Sets out. The stage completes with the turn, or with why there is none. */
    CompletableFuture<Turn> contend() {
        Stages.afterwards(turn, patience::leave);
        enter();
        return turn;
    }

    /** Waits for nobody any more. What is on its way to the store is still answered, and honoured. */
    void giveUp() {
        patience.giveUp();
    }

    private void enter() {
        Optional<Payload> known = call.known();
        if (known.isPresent()) {
            replay(known.get(), CallOutcome.REPLAYED_LOCAL);
            return;
        }
        Flight mine = new Flight(call, caller);
        parts.flights().begin(mine).ifPresentOrElse(this::attend, () -> lead(mine));
    }

    /** Is there for the outcome until it has its turn. A flight that all have left before is only waited for. */
    private void attend(Flight flight) {
        if (caller.waitsForItself(call, flight)) {
            fail(Refusals.reentrant(call));
            return;
        }
        boolean attends = flight.attendance().enter();
        if (attends) {
            Stages.afterwards(turn, flight.attendance()::leave);
        }
        follow(flight, listens && attends);
    }

    private void follow(Flight flight, boolean listening) {
        patience.end()
                .ifPresentOrElse(
                        cause -> fail(inProgress(restOf(flight), cause)), () -> awaitLanding(flight, listening));
    }

    private void awaitLanding(Flight flight, boolean listening) {
        patience.pause(patience.remaining(), () -> {
            Landing landing = flight.landing().getNow(null);
            if (landing != null) {
                land(landing);
            } else if (listening && flight.broadcast().isDone()) {
                listen(flight);
            } else {
                follow(flight, listening);
            }
        });
        Stages.afterwards(flight.landing(), patience::endPause);
        if (listening) {
            Stages.afterwards(flight.broadcast(), patience::endPause);
        }
    }

    /** Attends once more, for the time after the turn: it is there already, so nobody can have ended the flight. */
    private void listen(Flight flight) {
        flight.attendance().enter();
        take(new Turn.Listen(flight.broadcast().join(), flight.attendance()));
    }

    private void land(Landing landing) {
        if (landing instanceof Landing.Answered answered) {
            replay(answered.payload(), CallOutcome.JOINED);
        } else if (landing instanceof Landing.Refused refused) {
            fail(refused.failure().get());
        } else {
            patience.end()
                    .ifPresentOrElse(cause -> fail(inProgress(call.policy().lease(), cause)), this::enter);
        }
    }

    private void lead(Flight flight) {
        try {
            Subscription wakeUps = call.store().subscribe(call.address(), patience::wake);
            Stages.afterwards(turn, wakeUps::close);
        } catch (RuntimeException e) {
            refuse(flight, () -> Refusals.unavailable(call, e));
            return;
        }
        claim(flight);
    }

    private void claim(Flight flight) {
        Breaker breaker = parts.breaker(call.store());
        if (!breaker.allows()) {
            unanswered(flight, () -> Refusals.dead(call));
            return;
        }
        patience.expectWakeUp();
        ClaimRequest request = call.request(parts.tokens().get());
        long sent = parts.timer().nanoTime();
        Stages.attempt(() -> call.store().claim(request)).whenComplete((reply, failure) -> {
            if (failure == null) {
                breaker.answered();
                answered(flight, request, sent, reply);
            } else {
                breaker.failed(sent);
                withdraw(request);
                unanswered(flight, () -> Refusals.unavailable(call, failure));
            }
        });
    }

    private void withdraw(ClaimRequest request) {
        IdempotencyStore store = call.store();
        parts.outbox().send(() -> store.withdraw(request));
    }

    /** What was once told that it is in progress elsewhere never runs beside its owner. */
    private void unanswered(Flight flight, Supplier<IdempotencyException> failure) {
        Optional<Call> alone = toldInProgress ? Optional.empty() : call.alone();
        if (alone.isPresent()) {
            call = alone.get();
            claim(flight);
        } else {
            refuse(flight, failure);
        }
    }

    private void answered(Flight flight, ClaimRequest request, long sent, ClaimReply reply) {
        if (reply instanceof ClaimReply.Granted granted) {
            begin(flight, parts.run(call, flight, request.granted(granted.grant()), sent));
        } else if (reply instanceof Completed completed) {
            complete(flight, completed);
        } else if (reply instanceof Held held) {
            toldInProgress = true;
            await(flight, held.rest());
        } else if (reply instanceof OutcomeUnknown) {
            refuse(flight, () -> Refusals.unknown(call));
        } else {
            refuse(flight, () -> Refusals.conflict(call));
        }
    }

    private void begin(Flight flight, Run run) {
        if (call.policy().onOwnerCrash() == OwnerCrash.RERUN) {
            take(run);
            return;
        }
        run.start().whenComplete((held, failure) -> {
            if (failure != null) {
                refuse(flight, () -> Refusals.unavailable(call, failure));
            } else if (held) {
                take(run);
            } else {
                claim(flight);
            }
        });
    }

    private void await(Flight flight, Duration lease) {
        patience.end().ifPresentOrElse(cause -> vacate(flight, inProgress(lease, cause)), () -> {
            Duration rest = patience.remaining();
            patience.pause(rest.compareTo(lease) < 0 ? rest : lease, () -> resume(flight, lease));
        });
    }

    private void resume(Flight flight, Duration lease) {
        Optional<String> end = patience.end();
        if (end.isEmpty()) {
            claim(flight);
        } else if (patience.isGivenUp()) {
            vacate(flight, inProgress(lease, end.get()));
        } else {
            lookOnceMore(flight, lease, end.get());
        }
    }

    private void lookOnceMore(Flight flight, Duration lease, String cause) {
        Stages.attempt(() -> call.store().find(call.address(), call.fingerprint()))
                .whenComplete((reply, failure) -> {
                    if (failure != null) {
                        refuse(flight, () -> Refusals.unavailable(call, failure));
                    } else {
                        seen(flight, reply, lease, cause);
                    }
                });
    }

    private void seen(Flight flight, FindReply reply, Duration lease, String cause) {
        if (reply instanceof Completed completed) {
            complete(flight, completed);
        } else if (reply instanceof Conflict) {
            refuse(flight, () -> Refusals.conflict(call));
        } else if (reply instanceof OutcomeUnknown) {
            refuse(flight, () -> Refusals.unknown(call));
        } else {
            vacate(flight, inProgress(reply instanceof Held held ? held.rest() : lease, cause));
        }
    }

    private void complete(Flight flight, Completed completed) {
        parts.flights().land(flight, new Landing.Answered(completed.outcome().payload()));
        replay(completed.outcome().payload(), call.replay(toldInProgress));
    }

    private void refuse(Flight flight, Supplier<IdempotencyException> failure) {
        parts.flights().land(flight, new Landing.Refused(failure));
        fail(failure.get());
    }

    private void vacate(Flight flight, IdempotencyException failure) {
        parts.flights().land(flight, new Landing.Vacated());
        fail(failure);
    }

    private void replay(Payload payload, CallOutcome how) {
        take(new Turn.Replay(payload, how));
    }

    private void take(Turn mine) {
        tellWaiting();
        turn.complete(mine);
    }

    private void fail(IdempotencyException failure) {
        tellWaiting();
        Tally.refused(call.guard(), failure);
        turn.completeExceptionally(failure);
    }

    private void tellWaiting() {
        patience.waited().ifPresent(call.observer()::waited);
    }

    private Duration restOf(Flight flight) {
        return flight.restAt(parts.timer().nanoTime());
    }

    private CallInProgressException inProgress(Duration retryAfter, String cause) {
        return Refusals.inProgress(call, retryAfter, cause);
    }
}
