package dev.idem.engine;

import dev.idem.IdempotencyException;
import dev.idem.codec.ResultCodec;
import dev.idem.key.RecordAddress;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.KeptOutcome;
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

    /** What {@link #known} gives where this process has no answer. */
    public static final Object UNKNOWN = new Object();

    private final Guards guards;
    private final CallReader reader;
    private final TenantResolver tenants;
    private final Outcomes outcomes;
    private final LocalAnswers localAnswers;
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
        this.localAnswers = new LocalAnswers(reader, outcomes);
        this.transactions = transactions;
        this.parts = EngineParts.of(limits, timer, tokens);
    }

    /**
     * The answer that this process has given to the same call before, if it still stands. Nothing is run or asked, and
     * nothing is changed by asking for it.
     *
     * @param arguments the arguments in order of declaration
     * @return what the method returned then, or {@link #UNKNOWN}: then {@link #execute} answers the call
     * @throws Throwable what the method threw then, or an {@link IdempotencyException} for a call that is refused
     */
    public @Nullable Object known(Operation operation, @Nullable Object[] arguments) throws Throwable {
        Guard guard = guards.guardOf(operation);
        if (!operation.isPlain()
                || !guard.policy().enabled()
                || parts.scopes().isBypassing()
                || operation.unless().test(arguments)) {
            return UNKNOWN;
        }
        Answer answer = find(operation, guard, arguments);
        return answer == null ? UNKNOWN : answer.give();
    }

    private @Nullable Answer find(Operation operation, Guard guard, @Nullable Object[] arguments) {
        try {
            String tenant = CallReader.tenantOf(operation, guard, tenants).orElse(null);
            return localAnswers.find(operation, tenant, arguments);
        } catch (RuntimeException | Error e) {
            Tally.refused(guard, e);
            throw e;
        }
    }

    /**
     * Answers a call: by running it, or with what the same call answered before.
     *
     * @param operation the guarded operation
     * @param arguments the arguments in order of declaration
     * @param invocation the method itself, run at most once, but for further attempts and items
     * @return what the method returned, now or then, in the operation's {@linkplain ReturnShape shape}
     * @throws Throwable what the method throws, unchanged, or an {@link IdempotencyException}
     */
    public @Nullable Object execute(Operation operation, @Nullable Object[] arguments, Invocation invocation)
            throws Throwable {
        Guard guard = guards.guardOf(operation);
        if (parts.scopes().takeBypass()
                || !guard.policy().enabled()
                || operation.unless().test(arguments)) {
            guard.observer().answered(CallOutcome.BYPASSED);
            return invocation.proceed();
        }
        if (operation.isPlain()) {
            Callee call = read(guard, tenant -> reader.read(operation, guard, arguments, tenant), tenants);
            return answer((Call) call, arguments, invocation);
        }
        Each each = operation.each();
        Function<TenantResolver, Callee> callee = each == null
                ? tenant -> reader.read(operation, guard, arguments, tenant)
                : tenant -> items(operation, guard, ItemArguments.of(operation, each, arguments), tenant);
        return answer(operation, guard, invocation, tenants, callee);
    }

    /** An answer that is here already is kept with its arguments, for the next call with the same. */
    private @Nullable Object answer(Call call, @Nullable Object[] arguments, Invocation invocation) throws Throwable {
        Optional<KeptOutcome> kept = call.kept();
        return kept.isPresent() ? localAnswers.keep(call, arguments, kept.get()).give() : await(call, invocation);
    }

    private ItemCalls items(Operation operation, Guard guard, ItemArguments items, TenantResolver tenant) {
        return new ItemCalls(items, reader.read(operation, guard, items, tenant));
    }

    /** Answers a call that code names by its key, for the given resolver's tenant or else the current one. */
    @Nullable
    Object execute(Operation operation, CallKey key, Optional<TenantResolver> tenant, Invocation invocation)
            throws Throwable {
        Guard guard = guards.guardOf(operation);
        if (parts.scopes().takeBypass() || !guard.policy().enabled()) {
            guard.observer().answered(CallOutcome.BYPASSED);
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
            Function<TenantResolver, Callee> callee)
            throws Throwable {
        Optional<TenantResolver> asked =
                guard.policy().tenancy() == Tenancy.NONE ? Optional.empty() : Optional.of(tenant);
        return operation
                .shape()
                .answer(new GuardedCall(this, invocation, resolver -> read(guard, callee, resolver), asked));
    }

    private static Callee read(Guard guard, Function<TenantResolver, Callee> callee, TenantResolver tenant) {
        try {
            return callee.apply(tenant);
        } catch (RuntimeException | Error e) {
            Tally.refused(guard, e);
            throw e;
        }
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
    Object await(Callee callee, Invocation invocation) throws Throwable {
        return callee instanceof ItemCalls items ? await(items, invocation) : await((Call) callee, invocation);
    }

    /** Without items there is nothing to run, and nothing to answer. */
    private Object await(ItemCalls callee, Invocation invocation) throws Throwable {
        List<BatchItem> items = callee.items(parts);
        return items.isEmpty()
                ? new BatchResults(callee.arguments()).of(items)
                : new BatchCall(items, callee.arguments(), invocation, outcomes, parts).await();
    }

    private @Nullable Object await(Call call, Invocation invocation) throws Throwable {
        return new BlockingCall(call, invocation, parts, outcomes, transactionOf(call)).answer();
    }

    /** Lets the method begin, or has what the same call is answered with; no thread waits. */
    CompletableFuture<@Nullable Object> begin(
            Callee callee, Scope scope, Invocation invocation, AsyncInvocation method, boolean endsWithCaller) {
        if (callee instanceof ItemCalls items) {
            return begin(items, scope, invocation, method);
        }
        Call call = (Call) callee;
        Caller caller = parts.withoutThread(call, scope);
        return new AsyncCall(call, invocation, method, parts, outcomes, caller, endsWithCaller).begin();
    }

    private CompletableFuture<@Nullable Object> begin(
            ItemCalls callee, Scope scope, Invocation invocation, AsyncInvocation method) {
        List<BatchItem> items = callee.items(parts);
        return items.isEmpty()
                ? CompletableFuture.completedFuture(new BatchResults(callee.arguments()).of(items))
                : new AsyncBatchCall(items, callee.arguments(), invocation, method, outcomes, parts, scope).begin();
    }

    /** Gives a subscriber the items of the method, or those of the same call; no thread waits. */
    void stream(Supplier<Call> call, Scope scope, StreamInvocation method, Flow.Subscriber<? super Object> subscriber) {
        StreamCall.begin(call, scope, method, parts, outcomes, subscriber);
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
        Call call = reader.read(operation, guardOf(operation), key, tenant.orElse(tenants));
        return call.store()
                .find(call.address(), call.fingerprint())
                .thenApply(reply -> Found.of(call, reply, outcomes));
    }

    /** What each thread is inside of. */
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
}
