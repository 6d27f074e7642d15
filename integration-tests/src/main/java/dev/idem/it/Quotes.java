package dev.idem.it;

import dev.idem.IdempotentCall;

/** An interface whose method is annotated. */
public interface Quotes {

    @IdempotentCall(operation = "quotes.quote")
    String quote(String symbol);
}
