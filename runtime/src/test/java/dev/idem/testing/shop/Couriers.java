package dev.idem.testing.shop;

import dev.idem.IdempotentCall;
import dev.idem.Retry;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Whose letters are lost on the way. */
public class Couriers {

    private final AtomicInteger sent = new AtomicInteger();

    /** Fails, and says how often it has. */
    @IdempotentCall(operation = "couriers.send", retry = @Retry(maxAttempts = 3, backoff = "1ms", maxBackoff = "2ms"))
    public String send(String letter) throws LostException {
        throw new LostException("lost " + sent.incrementAndGet());
    }

    public static final class LostException extends IOException {

        private static final long serialVersionUID = 1;

        LostException(String message) {
            super(message);
        }
    }
}
