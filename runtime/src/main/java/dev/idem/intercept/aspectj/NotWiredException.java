package dev.idem.intercept.aspectj;

import dev.idem.IdempotencyException;

/** A woven method was called while no application had wired the aspect. Nothing was run. */
public final class NotWiredException extends IdempotencyException {

    NotWiredException(String method) {
        super(
                "@IdempotentCall method " + method + " was compiled with AspectJ, but no application that could guard"
                        + " it is running. Start the Spring context before calling it, with idem.mode=aspectj or"
                        + " @EnableIdempotentCalls(mode = ASPECTJ). In a unit test, register"
                        + " dev.idem.junit.IdempotencyExtension; or let every call through, unguarded, with the system"
                        + " property idem.enabled=false.",
                /* cause= */ null);
    }
}
