package dev.idem.engine;

import dev.idem.store.Claim;
import dev.idem.store.IdempotencyStore;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What all calls of one engine share.
 *
 * @param tokens gives a new random token at each call
 */
record EngineParts(
        Flights flights,
        LeaseKeeper keeper,
        Outbox outbox,
        WaitingRoom waitingRoom,
        Scopes scopes,
        Executor workers,
        ConcurrentMap<IdempotencyStore, Breaker> breakers,
        Timer timer,
        Supplier<String> tokens) {

    static EngineParts of(EngineLimits limits, Timer timer, Supplier<String> tokens) {
        return new EngineParts(
                new Flights(),
                new LeaseKeeper(timer),
                new Outbox(timer),
                new WaitingRoom(limits.maxWaitingThreads()),
                new Scopes(),
                Workers.start(),
                new ConcurrentHashMap<>(),
                timer,
                tokens);
    }

    /** The stores that were asked for a claim. */
    Set<IdempotencyStore> stores() {
        return breakers.keySet();
    }

    Breaker breaker(IdempotencyStore store) {
        return breakers.computeIfAbsent(store, same -> new Breaker(timer, same.timeout()));
    }

    /** This thread, which waits itself. */
    Caller thisThread(Call call) {
        return new Caller(Optional.of(Thread.currentThread()), scopes.current(), waitingRoom, deadline(call));
    }

    /** Somebody inside of this scope, who goes on while the call waits. */
    Caller withoutThread(Call call, Scope scope) {
        return new Caller(Optional.empty(), scope, new WaitingRoom(Integer.MAX_VALUE), deadline(call));
    }

    private long deadline(Call call) {
        return timer.nanoTime() + call.policy().lockWait().toNanos();
    }

    Run run(Call call, Flight flight, Claim claim, long sent) {
        HeldClaim held = keeper.hold(call.store(), claim, sent, call.observer());
        flight.holds(held);
        return new Run(call, this, flight, held);
    }
}
