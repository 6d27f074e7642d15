package dev.idem.engine;

import org.jspecify.annotations.Nullable;

/** What code can throw that is written as a {@link java.util.concurrent.Callable}. */
final class Thrown {

    private Thrown() {}

    /** The same, for work that throws nothing but exceptions and errors. */
    static @Nullable Object asException(Invocation work) throws Exception {
        try {
            return work.proceed();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Something was thrown that is neither an exception nor an error.", e);
        }
    }
}
