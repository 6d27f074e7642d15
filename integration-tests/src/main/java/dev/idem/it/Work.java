package dev.idem.it;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** What happens inside a guarded method, as the test wants it; counts how often it happens. */
public final class Work {

    private final AtomicInteger runs = new AtomicInteger();
    private volatile Callable<?> next = () -> "";

    /** What every run does from now on. */
    public void becomes(Callable<?> work) {
        next = work;
    }

    public int runs() {
        return runs.get();
    }

    /** One run, and which it is. */
    public int run() {
        int number = runs.incrementAndGet();
        try {
            next.call();
        } catch (Exception e) {
            throw Work.<RuntimeException>unchanged(e);
        }
        return number;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable> X unchanged(Throwable failure) throws X {
        throw (X) failure;
    }
}
