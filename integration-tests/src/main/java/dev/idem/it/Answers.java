package dev.idem.it;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What guarded methods return, as the test wants it; counts how often one runs. */
public final class Answers {

    private final AtomicInteger runs = new AtomicInteger();
    private volatile @Nullable Object next;

    /** What every run returns from now on. */
    public void become(@Nullable Object answer) {
        next = answer;
    }

    public int runs() {
        return runs.get();
    }

    /** One run, and what it returns. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // the test keeps to the method's type
    <T extends @Nullable Object> T run() {
        runs.incrementAndGet();
        return (T) next;
    }
}
