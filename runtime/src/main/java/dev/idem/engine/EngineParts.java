package dev.idem.engine;

import dev.idem.store.Claim;
import java.util.function.Supplier;

/**
 * What all calls of one engine share.
 *
 * @param tokens gives a new random token at each call
 */
record EngineParts(Flights flights, LeaseKeeper keeper, Outbox outbox, Timer timer, Supplier<String> tokens) {

    static EngineParts of(Timer timer, Supplier<String> tokens) {
        return new EngineParts(new Flights(), new LeaseKeeper(timer), new Outbox(timer), timer, tokens);
    }

    Run run(Call call, Flight flight, Claim claim, long sent) {
        return new Run(call, this, flight, keeper.hold(call.store(), claim, sent));
    }
}
