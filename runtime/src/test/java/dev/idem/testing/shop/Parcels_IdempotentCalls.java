package dev.idem.testing.shop;

import dev.idem.engine.ForeignType;
import dev.idem.engine.IdempotentCalls;
import dev.idem.engine.Operation;
import java.util.List;

/** What the processor would have generated for the earlier version. */
public final class Parcels_IdempotentCalls implements IdempotentCalls {

    private static final List<Operation> OPERATIONS =
            List.of(ByHand.operation("parcels.send", "send", String.class, Tariff.class));

    @Override
    public List<Operation> operations() {
        return OPERATIONS;
    }

    @Override
    public List<ForeignType> foreignTypes() {
        return List.of(new ForeignType(
                "dev.idem.testing.shop.Tariff", List.of("int cents", "int weight", "java.lang.String zone")));
    }
}
