package dev.idem.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call that is to be answered, with its method. Each answer is a call of its own. Thread-safe. */
public final class GuardedCall {

    private final IdempotencyEngine engine;
    private final Supplier<Call> call;
    private final Invocation invocation;

    /**
     * A call that has not been answered yet.
     *
     * @param call reads the call's key; throws if it has none
     */
    GuardedCall(IdempotencyEngine engine, Supplier<Call> call, Invocation invocation) {
        this.engine = engine;
        this.call = call;
        this.invocation = invocation;
    }

    /** Runs the method on this thread, or waits here for what the same call answers. */
    @Nullable
    Object await() throws Throwable {
        return engine.await(call.get(), invocation);
    }

    /**
     * Lets the method begin, or has what the same call answers, without waiting on any thread.
     *
     * @param method the method in another form; begun at most once, on this thread or on one of the engine's
     * @return a {@link CompletableFuture} that completes with the result, on this thread or on one of the engine's, or
     *     fails with what the method fails with or an {@link dev.idem.IdempotencyException}. It is the caller's own:
     *     whoever completes or cancels it waits no longer, and ends nothing that has begun
     */
    public CompletionStage<@Nullable Object> begin(AsyncInvocation method) {
        try {
            return engine.begin(call.get(), method);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The method as it is, without any guard. */
    public @Nullable Object proceed() throws Throwable {
        return invocation.proceed();
    }
}
