package dev.idem.testing.shop;

import dev.idem.engine.IdempotentCalls;
import dev.idem.engine.Operation;
import java.util.List;

/** What the processor would generate. */
public final class Bookings_IdempotentCalls implements IdempotentCalls {

    private static final List<Operation> OPERATIONS =
            List.of(ByHand.operation("bookings.book", "book", String.class, String.class)
                    .joiningTransaction());

    @Override
    public List<Operation> operations() {
        return OPERATIONS;
    }
}
