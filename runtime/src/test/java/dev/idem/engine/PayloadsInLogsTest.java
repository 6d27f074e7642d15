package dev.idem.engine;

import static dev.idem.engine.EngineTestBench.LEASE;
import static dev.idem.engine.EngineTestBench.keyedOperation;
import static dev.idem.engine.EngineTestBench.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.CallInProgressException;
import dev.idem.IdempotencyException;
import dev.idem.IdempotencyKeyException;
import dev.idem.KeyConflictException;
import dev.idem.OutcomeUnavailableException;
import dev.idem.OutcomeUnknownException;
import dev.idem.OwnerCrash;
import dev.idem.ReentrantCallException;
import dev.idem.StoreUnavailableException;
import dev.idem.codec.ResultType;
import dev.idem.codec.jackson.JacksonResultCodec;
import dev.idem.engine.FaultyStore.Verb;
import dev.idem.engine.Transactions.End;
import dev.idem.testing.CapturedLogs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Arguments and results reach no log line of ours at any level, and no message of ours, whatever goes wrong. */
final class PayloadsInLogsTest {

    private static final String SECRET = Marker.TEXT;
    private static final String LONE_SURROGATE = SECRET + '\uD83D';

    private final EngineTestBench bench = new EngineTestBench();
    private final IdempotencyEngine engine = new IdempotencyEngine(
            "shop",
            Optional::empty,
            operation -> new Guard(bench.policy, bench.store),
            new JacksonResultCodec(),
            EngineLimits.DEFAULT,
            Optional.of(bench.transactions),
            bench.timer,
            () -> UUID.randomUUID().toString());
    private final List<Throwable> refusals = new ArrayList<>();
    private final CapturedLogs logs = new CapturedLogs();

    @AfterEach
    void close() {
        logs.close();
        bench.close();
    }

    @Test
    void refusals_ofEveryKind_showNoPayload() throws Throwable {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withLockWait(Duration.ZERO));
        conflict();
        inProgressAndReentrant();
        unreadable();
        keyless();
        outcomeUnknown();
        bench.store.cut(Verb.CLAIM);
        call(operation(), "unavailable " + SECRET, () -> SECRET);

        assertThat(refusals)
                .extracting(refusal -> (Object) refusal.getClass())
                .contains(
                        KeyConflictException.class,
                        CallInProgressException.class,
                        ReentrantCallException.class,
                        OutcomeUnavailableException.class,
                        IdempotencyKeyException.class,
                        OutcomeUnknownException.class,
                        StoreUnavailableException.class);
        assertNothingShown();
    }

    @Test
    void codeOfTheUser_thatQuotesValues_isNotQuoted() throws Throwable {
        Operation unjudged = operation().withRecordIf(result -> {
            throw quote();
        });
        call(unjudged, "unjudged " + SECRET, () -> SECRET);
        Operation unreadable = replaying(
                failure -> {
                    throw quote();
                },
                parts -> new IllegalStateException());
        assertThatThrownBy(() -> execute(unreadable, "thrown " + SECRET)).isInstanceOf(IllegalStateException.class);
        AtomicBoolean rebuilds = new AtomicBoolean(true);
        Operation rebuilt = replaying(failure -> new Object[0], parts -> {
            if (rebuilds.get()) {
                return new IllegalStateException();
            }
            throw quote();
        });
        assertThatThrownBy(() -> execute(rebuilt, "again " + SECRET)).isInstanceOf(IllegalStateException.class);
        rebuilds.set(false);
        call(rebuilt, "again " + SECRET, () -> SECRET);

        assertThat(refusals).hasSize(1).hasOnlyElementsOfType(OutcomeUnavailableException.class);
        assertThat(String.join("\n", logs.lines()))
                .contains(
                        "could not be read from it, so it is",
                        "threw cannot be encoded",
                        getClass().getName());
        assertNothingShown();
    }

    private static Operation replaying(
            Function<Throwable, @Nullable Object[]> reader, Function<@Nullable Object[], Throwable> factory) {
        return operation()
                .withReplay(List.of(new ReplayedException(IllegalStateException.class, List.of(), reader, factory)));
    }

    private void execute(Operation operation, String order) throws Throwable {
        engine.execute(operation, new Object[] {order}, () -> {
            throw new IllegalStateException();
        });
    }

    private static IllegalArgumentException quote() {
        return new IllegalArgumentException("not a card: " + SECRET);
    }

    @Test
    void troubleWithTheStore_isLoggedWithoutPayload() throws Throwable {
        call(operation("charge", ResultType.of(Integer.class)), SECRET, () -> SECRET);
        call(operation(), "evicted " + SECRET, () -> {
            bench.shared.evict(EngineTestBench.address("evicted " + SECRET), EngineTestBench.TTL);
            return SECRET;
        });
        call(operation(), "lost " + SECRET, () -> {
            bench.shared.evict(EngineTestBench.address("lost " + SECRET), EngineTestBench.TTL);
            bench.timer.advance(LEASE.multipliedBy(11));
            return SECRET;
        });
        call(operation(), "long " + SECRET, () -> {
            bench.timer.advance(LEASE.multipliedBy(11));
            bench.store.cut(Verb.RENEW);
            bench.timer.advance(LEASE);
            bench.store.mend();
            return SECRET;
        });
        var transaction = bench.transactions.begin();
        call(operation().joiningTransaction(), "joined " + SECRET, () -> SECRET);
        transaction.end(End.UNKNOWN);
        bench.store.cut(Verb.COMPLETE);
        call(operation(), "kept " + SECRET, () -> SECRET);
        bench.timer.advance(EngineTestBench.TTL.multipliedBy(2));

        assertThat(String.join("\n", logs.lines()))
                .contains(
                        "cannot be encoded",
                        "is not recorded (EVICTED)",
                        "The lease of a running call was lost",
                        "A call has been running for",
                        "could not be renewed",
                        "had its effect is unknown",
                        "could not be recorded yet",
                        "was never recorded");
        assertNothingShown();
    }

    private void conflict() throws Throwable {
        engine.execute(keyedOperation(), new Object[] {"k-1", "first " + SECRET}, () -> SECRET);
        refused(() -> engine.execute(keyedOperation(), new Object[] {"k-1", "second " + SECRET}, () -> SECRET));
    }

    private void inProgressAndReentrant() {
        call(operation(), "slow " + SECRET, () -> {
            bench.callLater(engine, "slow " + SECRET, () -> SECRET)
                    .handle((answer, failure) -> refusals.add(Stages.cause(failure)))
                    .join();
            call(operation(), "slow " + SECRET, () -> SECRET);
            return SECRET;
        });
    }

    /** What the other engine's codec writes is no JSON. */
    private void unreadable() throws Throwable {
        bench.call("text " + SECRET, () -> "{\"" + SECRET + "\": ");
        call(operation(), "text " + SECRET, () -> SECRET);
        call(operation("charge", ResultType.of(Integer.class)), "text " + SECRET, () -> 1);
        call(operation("charge", ResultType.of(Integer.class)), "number " + SECRET, () -> SECRET);
        call(operation("charge", ResultType.of(Integer.class)), "number " + SECRET, () -> 1);
    }

    private void keyless() {
        call(operation(), LONE_SURROGATE, () -> SECRET);
        refused(() -> engine.execute(keyedOperation(), new Object[] {" ", SECRET}, () -> SECRET));
    }

    private void outcomeUnknown() {
        CallPolicy before = bench.policy;
        bench.policy = before.with(PolicyOverrides.NONE.withOnOwnerCrash(OwnerCrash.REJECT));
        var transaction = bench.transactions.begin();
        call(operation().joiningTransaction(), "dead " + SECRET, () -> SECRET);
        transaction.end(End.UNKNOWN);
        bench.timer.advance(LEASE.multipliedBy(2));
        call(operation(), "dead " + SECRET, () -> SECRET);
        bench.policy = before;
    }

    private void call(Operation operation, String order, Invocation invocation) {
        refused(() -> engine.execute(operation, new Object[] {order}, invocation));
    }

    private void refused(Invocation call) {
        try {
            call.proceed();
        } catch (IdempotencyException refusal) {
            refusals.add(refusal);
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
    }

    private void assertNothingShown() {
        Marker.assertInNoneOf(logs.lines());
        Marker.assertInNoneOf(refusals.stream().map(Throwables::getStackTrace).toList());
    }
}
