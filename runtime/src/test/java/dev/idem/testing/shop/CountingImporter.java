package dev.idem.testing.shop;

import java.util.concurrent.atomic.AtomicInteger;

/** Knows nothing of the interface that its method will implement in a subclass. */
public class CountingImporter<N extends Number> {

    private final AtomicInteger runs = new AtomicInteger();

    public String run(N source) {
        return source + " #" + runs.incrementAndGet();
    }
}
