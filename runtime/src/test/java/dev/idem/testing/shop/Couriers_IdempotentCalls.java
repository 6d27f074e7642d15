package dev.idem.testing.shop;

import dev.idem.engine.IdempotentCalls;
import dev.idem.engine.Operation;
import dev.idem.engine.PolicyOverrides;
import dev.idem.engine.RetryOverrides;
import java.time.Duration;
import java.util.List;

/** What the processor would generate. */
public final class Couriers_IdempotentCalls implements IdempotentCalls {

    private static final List<Operation> OPERATIONS = List.of(ByHand.operation(
            "couriers.send",
            "send",
            PolicyOverrides.NONE.withRetry(
                    RetryOverrides.attempts(3).withBackoff(Duration.ofMillis(1)).withMaxBackoff(Duration.ofMillis(2))),
            String.class,
            String.class));

    @Override
    public List<Operation> operations() {
        return OPERATIONS;
    }
}
