package dev.idem.testing.shop;

import dev.idem.IdempotentCall;
import java.util.concurrent.atomic.AtomicInteger;

/** Costs money for each character. */
public class Translator {

    private final AtomicInteger runs = new AtomicInteger();

    @IdempotentCall(operation = "texts.translate")
    public String translate(String text) {
        runs.incrementAndGet();
        return "secret " + text;
    }

    public int runs() {
        return runs.get();
    }
}
