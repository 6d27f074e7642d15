package dev.idem.testing.shop;

import dev.idem.engine.IdempotentCalls;
import dev.idem.engine.Operation;
import dev.idem.engine.Saving;
import java.util.List;

/** What the processor would generate. */
public final class Translator_IdempotentCalls implements IdempotentCalls {

    private static final List<Operation> OPERATIONS =
            List.of(ByHand.operation("texts.translate", "translate", String.class, String.class)
                    .withSavings(List.of(new Saving("length", result -> ((String) result).length()))));

    @Override
    public List<Operation> operations() {
        return OPERATIONS;
    }
}
