package dev.idem.engine;

import dev.idem.IdempotencyException;
import dev.idem.codec.ResultCodec;
import dev.idem.key.RecordAddress;
import dev.idem.store.Payload;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a call once per key and gives every repeat the first answer. Thread-safe. */
public final class IdempotencyEngine implements AutoCloseable {

    private final Guards guards;
    private final CallReader reader;
    private final Outcomes outcomes;
    private final EngineParts parts;

    /**
     * An engine with the system's clock and random tokens.
     *
     * @param application the application's name: part of every record's address
     */
    public IdempotencyEngine(
            String application, TenantResolver tenants, Guards guards, ResultCodec codec, EngineLimits limits) {
        this(
                application,
                tenants,
                guards,
                codec,
                limits,
                new SystemTimer(),
                () -> UUID.randomUUID().toString());
    }

    IdempotencyEngine(
            String application,
            TenantResolver tenants,
            Guards guards,
            ResultCodec codec,
            EngineLimits limits,
            Timer timer,
            Supplier<String> tokens) {
        this.guards = guards;
        this.reader = new CallReader(application, tenants);
        this.outcomes = new Outcomes(codec, limits.maxOutcomeSize());
        this.parts = EngineParts.of(limits, timer, tokens);
    }

    /**
     * Answers a call: by running it, or with what the same call answered before.
     *
     * @param operation the guarded operation
     * @param arguments the arguments in order of declaration
     * @param invocation the method itself, run at most once, on the calling thread
     * @return what the method returned, now or then
     * @throws Throwable what the method throws, unchanged, or an {@link IdempotencyException}
     */
    public @Nullable Object execute(Operation operation, @Nullable Object[] arguments, Invocation invocation)
            throws Throwable {
        Guard guard = guards.guardOf(operation);
        if (!guard.policy().enabled() || operation.unless().test(arguments)) {
            return invocation.proceed();
        }
        return execute(reader.read(operation, guard, arguments), invocation);
    }

    /** Answers a call that code names by its key, for the given resolver's tenant or else the current one. */
    @Nullable
    Object execute(Operation operation, CallKey key, Optional<TenantResolver> tenant, Invocation invocation)
            throws Throwable {
        Guard guard = guards.guardOf(operation);
        return guard.policy().enabled()
                ? execute(reader.read(operation, guard, key, tenant), invocation)
                : invocation.proceed();
    }

    Guard guardOf(Operation operation) {
        return guards.guardOf(operation);
    }

    PolicyOverrides annotated(String operation) {
        return guards.annotated(operation);
    }

    RecordAddress addressOf(String operation, String key, Optional<TenantResolver> tenant) {
        return reader.address(operation, key, tenant);
    }

    private @Nullable Object execute(Call call, Invocation invocation) throws Throwable {
        Turn turn = awaitTurn(call);
        return turn instanceof Run run
                ? run(call, run, invocation)
                : outcomes.decode(call, ((Turn.Replay) turn).payload());
    }

    /** Stops renewing leases and sending again what the store has not answered. Calls that wait are not answered. */
    @Override
    public void close() {
        parts.timer().close();
    }

    private Turn awaitTurn(Call call) throws Throwable {
        long deadline = parts.timer().nanoTime() + call.policy().lockWait().toNanos();
        while (true) {
            Turn turn = await(new Contender(call, parts, deadline));
            if (!(turn instanceof Run run) || run.mayBegin()) {
                return turn;
            }
            Stages.join(run.fail(), () -> {});
        }
    }

    private @Nullable Object run(Call call, Run run, Invocation invocation) throws Throwable {
        Object result;
        try {
            result = invocation.proceed();
        } catch (Throwable failure) {
            return fail(call, run, failure);
        }
        Payload outcome = outcomes.encode(call, result);
        if (!outcomes.isRecorded(call, result)) {
            Stages.join(outcomes.isAvailable(outcome) ? run.pass(outcome) : run.fail(), () -> {});
            return result;
        }
        Optional<Payload> earlier = Stages.join(run.complete(outcome), () -> {});
        return earlier.isPresent() ? outcomes.decode(call, earlier.get()) : result;
    }

    /** What the method throws is its outcome if it is declared to be one, and frees the claim else. */
    private @Nullable Object fail(Call call, Run run, Throwable failure) throws Throwable {
        Optional<Payload> outcome = outcomes.encodeThrown(call, failure);
        if (outcome.isEmpty()) {
            Stages.join(run.fail(), () -> {});
            throw failure;
        }
        Optional<Payload> earlier = Stages.join(run.complete(outcome.get()), () -> {});
        if (earlier.isPresent()) {
            return outcomes.decode(call, earlier.get());
        }
        throw failure;
    }

    /** Blocks until the call has its turn. An interrupt ends the waiting for others, not a claim under way. */
    private static Turn await(Contender contender) throws Throwable {
        try {
            return Stages.join(contender.contend(), contender::giveUp);
        } catch (IdempotencyException e) {
            e.fillInStackTrace();
            throw e;
        }
    }
}
