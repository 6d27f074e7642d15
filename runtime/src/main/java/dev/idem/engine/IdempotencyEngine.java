package dev.idem.engine;

import dev.idem.CallInProgressException;
import dev.idem.IdempotencyException;
import dev.idem.codec.ResultCodec;
import dev.idem.key.RecordAddress;
import dev.idem.store.Completed;
import dev.idem.store.Conflict;
import dev.idem.store.FindReply;
import dev.idem.store.Held;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.OutcomeUnknown;
import dev.idem.store.Payload;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a call once per key and gives every repeat the first answer. Thread-safe. */
public final class IdempotencyEngine implements AutoCloseable {

    private final Guards guards;
    private final CallReader reader;
    private final TenantResolver tenants;
    private final Outcomes outcomes;
    private final Optional<Transactions> transactions;
    private final EngineParts parts;

    /**
     * An engine with the system's clock and random tokens.
     *
     * @param application the application's name: part of every record's address
     * @param transactions that calls can join; without them an operation that joins transactions is refused
     */
    public IdempotencyEngine(
            String application,
            TenantResolver tenants,
            Guards guards,
            ResultCodec codec,
            EngineLimits limits,
            Optional<Transactions> transactions) {
        this(
                application,
                tenants,
                guards,
                codec,
                limits,
                transactions,
                new SystemTimer(),
                () -> UUID.randomUUID().toString());
    }

    IdempotencyEngine(
            String application,
            TenantResolver tenants,
            Guards guards,
            ResultCodec codec,
            EngineLimits limits,
            Optional<Transactions> transactions,
            Timer timer,
            Supplier<String> tokens) {
        this.guards = guards;
        this.reader = new CallReader(application);
        this.tenants = tenants;
        this.outcomes = new Outcomes(codec, limits.maxOutcomeSize());
        this.transactions = transactions;
        this.parts = EngineParts.of(limits, timer, tokens);
    }

    /**
     * Answers a call: by running it, or with what the same call answered before.
     *
     * @param operation the guarded operation
     * @param arguments the arguments in order of declaration
     * @param invocation the method itself, run at most once
     * @return what the method returned, now or then, in the operation's {@linkplain ReturnShape shape}
     * @throws Throwable what the method throws, unchanged, or an {@link IdempotencyException}
     */
    public @Nullable Object execute(Operation operation, @Nullable Object[] arguments, Invocation invocation)
            throws Throwable {
        Guard guard = guards.guardOf(operation);
        if (!guard.policy().enabled()
                || operation.unless().test(arguments)
                || parts.scopes().takeBypass()) {
            return invocation.proceed();
        }
        Each each = operation.each();
        return each == null
                ? answer(
                        operation,
                        guard,
                        invocation,
                        tenants,
                        tenant -> reader.read(operation, guard, arguments, tenant))
                : execute(operation, guard, ItemArguments.of(operation, each, arguments), invocation);
    }

    private Object execute(Operation operation, Guard guard, ItemArguments items, Invocation invocation)
            throws Throwable {
        List<BatchItem> distinct = items.distinct(reader.read(operation, guard, items, tenants), parts);
        return new BatchCall(distinct, items, outcomes, parts).execute(invocation);
    }

    /** Answers a call that code names by its key, for the given resolver's tenant or else the current one. */
    @Nullable
    Object execute(Operation operation, CallKey key, Optional<TenantResolver> tenant, Invocation invocation)
            throws Throwable {
        Guard guard = guards.guardOf(operation);
        if (parts.scopes().takeBypass() || !guard.policy().enabled()) {
            return invocation.proceed();
        }
        return answer(
                operation,
                guard,
                invocation,
                tenant.orElse(tenants),
                resolver -> reader.read(operation, guard, key, resolver));
    }

    private @Nullable Object answer(
            Operation operation,
            Guard guard,
            Invocation invocation,
            TenantResolver tenant,
            Function<TenantResolver, Call> call)
            throws Throwable {
        Optional<TenantResolver> asked =
                guard.policy().tenancy() == Tenancy.NONE ? Optional.empty() : Optional.of(tenant);
        return operation.shape().answer(new GuardedCall(this, invocation, call, asked));
    }

    Guard guardOf(Operation operation) {
        return guards.guardOf(operation);
    }

    PolicyOverrides annotated(String operation) {
        return guards.annotated(operation);
    }

    RecordAddress addressOf(Operation operation, String key, Optional<TenantResolver> tenant) {
        return reader.address(operation, guardOf(operation), key, tenant.orElse(tenants));
    }

    /** Runs the method on this thread, or waits here until the same call is answered. */
    @Nullable
    Object await(Call call, Invocation invocation) throws Throwable {
        Optional<JoinedTransaction> joined = transactionOf(call);
        Optional<Payload> pending = joined.flatMap(transaction -> transaction.pending(call));
        if (pending.isPresent()) {
            return outcomes.decode(call, pending.get());
        }
        Caller caller = parts.thisThread(call);
        Attempts attempts = new Attempts(call, parts);
        while (true) {
            Turn turn = awaitTurn(call, caller, joined);
            if (turn instanceof Turn.Replay replay) {
                return outcomes.decode(call, replay.payload());
            }
            GuardedRun run = guarded(call, (Run) turn, joined, attempts);
            try {
                return Stages.await(run.proceed(caller.scope(), invocation)).give();
            } catch (ClaimLostException lost) {
                // The next attempt needs a claim of its own.
            }
        }
    }

    /** Lets the method begin, or has what the same call is answered with; no thread waits. */
    CompletableFuture<@Nullable Object> begin(Call call, Scope scope, AsyncInvocation method, boolean endsWithCaller) {
        return new AsyncCall(call, method, parts, outcomes, parts.withoutThread(call, scope), endsWithCaller).begin();
    }

    /** Gives a subscriber the items of the method, or those of the same call; no thread waits. */
    void stream(Supplier<Call> call, Scope scope, StreamInvocation method, Flow.Subscriber<? super Object> subscriber) {
        StreamCall.begin(call, scope, method, parts, outcomes, subscriber);
    }

    /** What this thread is inside of. */
    Scope scope() {
        return parts.scopes().current();
    }

    private GuardedRun guarded(Call call, Run run, Optional<JoinedTransaction> joined, Attempts attempts) {
        try {
            Optional<PendingOutcome> fate = joined.map(transaction -> transaction.join(call, run));
            return new GuardedRun(call, run, parts.scopes(), outcomes, fate, attempts);
        } catch (RuntimeException | Error e) {
            Stages.await(run.fail());
            throw e;
        }
    }

    private Optional<JoinedTransaction> transactionOf(Call call) {
        if (!call.operation().joinsTransaction()) {
            return Optional.empty();
        }
        return transactions
                .orElseThrow(() -> Refusals.noTransactions(call))
                .current()
                .map(JoinedTransaction::new);
    }

    /** What is known of the call that code names by its key. */
    CompletionStage<FoundCall> find(Operation operation, CallKey key, Optional<TenantResolver> tenant) {
        Call call = reader.read(operation, guards.guardOf(operation), key, tenant.orElse(tenants));
        return call.store().find(call.address(), call.fingerprint()).thenApply(reply -> found(call, reply));
    }

    private FoundCall found(Call call, FindReply reply) {
        if (reply instanceof Completed completed) {
            return new FoundCall.Answered(
                    () -> outcomes.decode(call, completed.outcome().payload()));
        } else if (reply instanceof Held held) {
            return new FoundCall.InProgress(held.rest());
        } else if (reply instanceof OutcomeUnknown) {
            return new FoundCall.Unknown();
        } else if (reply instanceof Conflict) {
            return new FoundCall.Conflict();
        }
        return new FoundCall.Absent();
    }

    Scopes scopes() {
        return parts.scopes();
    }

    /** Empties what the stores keep in this process. */
    void clear() {
        parts.stores().forEach(IdempotencyStore::clear);
    }

    /** Stops renewing leases and sending again what the store has not answered. Calls that wait are not answered. */
    @Override
    public void close() {
        parts.timer().close();
    }

    private Turn awaitTurn(Call call, Caller caller, Optional<JoinedTransaction> joined) throws Throwable {
        try {
            return awaitTurn(call, caller);
        } catch (CallInProgressException e) {
            throw joined.isPresent() ? joined.get().explain(e) : e;
        }
    }

    private Turn awaitTurn(Call call, Caller caller) throws Throwable {
        while (true) {
            Turn turn = await(new Contender(call, parts, caller, /* listens= */ false));
            if (!(turn instanceof Run run) || run.mayBegin()) {
                return turn;
            }
            Stages.await(run.fail());
        }
    }

    /** Blocks until the call has its turn. An interrupt ends the waiting for others, not a claim under way. */
    private static Turn await(Contender contender) throws Throwable {
        return Stages.joinTurn(contender.contend(), contender::giveUp);
    }
}
