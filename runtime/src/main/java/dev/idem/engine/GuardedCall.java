package dev.idem.engine;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call that is to be answered, with its method. Each answer is a call of its own. Immutable. */
public final class GuardedCall {

    private final IdempotencyEngine engine;
    private final Invocation invocation;
    private final Function<TenantResolver, Callee> reader;
    private final Optional<TenantResolver> tenants;
    private final Optional<CurrentCall> place;

    /**
     * A call that has not been answered yet, of the thread that will ask for its answer.
     *
     * @param reader reads the call's key for the tenant that a resolver names; throws if it has none
     * @param tenants who names the tenant; empty if nobody is asked
     */
    GuardedCall(
            IdempotencyEngine engine,
            Invocation invocation,
            Function<TenantResolver, Callee> reader,
            Optional<TenantResolver> tenants) {
        this(engine, invocation, reader, tenants, Optional.empty());
    }

    private GuardedCall(
            IdempotencyEngine engine,
            Invocation invocation,
            Function<TenantResolver, Callee> reader,
            Optional<TenantResolver> tenants,
            Optional<CurrentCall> place) {
        this.engine = engine;
        this.invocation = invocation;
        this.reader = reader;
        this.tenants = tenants;
        this.place = place;
    }

    /** Who names the call's tenant when the call is answered; empty if nobody is asked. */
    public Optional<TenantResolver> tenants() {
        return tenants;
    }

    /** The same call for the tenant that this resolver names; it is asked only if {@link #tenants} is not empty. */
    public GuardedCall forTenant(TenantResolver resolver) {
        return new GuardedCall(engine, invocation, reader, tenants.map(asked -> resolver), place);
    }

    /** The same call, made inside of this run, whatever the thread that asks for the answer is inside of. */
    public GuardedCall insideOf(CurrentCall run) {
        return new GuardedCall(engine, invocation, reader, tenants, Optional.of(run));
    }

    /** Runs the method on this thread, or waits here for what the same call answers. */
    @Nullable
    Object await() throws Throwable {
        return engine.await(read(), invocation);
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
        return begin(method, /* endsWithCaller= */ false);
    }

    /**
     * The same, for work that is not worth going on with when nobody wants its result.
     *
     * @return as above, but if the stage is cancelled and no other caller of this process is there for the outcome, the
     *     stage that the method began is cancelled too. Nothing is recorded then: the claim is released, or under
     *     {@link dev.idem.OwnerCrash#REJECT} left to lapse. The run of several calls goes on
     */
    public CompletionStage<@Nullable Object> beginCancellable(AsyncInvocation method) {
        return begin(method, /* endsWithCaller= */ true);
    }

    private CompletionStage<@Nullable Object> begin(AsyncInvocation method, boolean endsWithCaller) {
        try {
            return engine.begin(read(), scope(), invocation, method, endsWithCaller);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Streams the items of the method, or what the same call streamed or streams now, without waiting on any thread.
     *
     * @param method the method in another form; begun at most once for each subscription, on the subscriber's thread or
     *     on one of the engine's
     * @return each subscription is a call of its own. It fails with what the method's stream fails with, or with an {@link
     *     dev.idem.IdempotencyException}. If it is cancelled and no other caller of this process is there for the outcome,
     *     the method's stream is cancelled too, and its claim is released, or under {@link dev.idem.OwnerCrash#REJECT}
     *     left to lapse
     */
    public Flow.Publisher<Object> stream(StreamInvocation method) {
        return subscriber -> engine.stream(() -> (Call) read(), scope(), method, subscriber);
    }

    /** The method as it is, without any guard. */
    public @Nullable Object proceed() throws Throwable {
        return invocation.proceed();
    }

    private Callee read() {
        return reader.apply(tenants.orElse(Optional::empty));
    }

    private Scope scope() {
        return place.map(CurrentCall::inside).orElseGet(() -> engine.scopes().current());
    }
}
