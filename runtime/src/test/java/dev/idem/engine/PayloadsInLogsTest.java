package dev.idem.engine;

import static dev.idem.engine.EngineTestBench.LEASE;
import static dev.idem.engine.EngineTestBench.keyedOperation;
import static dev.idem.engine.EngineTestBench.operation;
import static org.assertj.core.api.Assertions.assertThat;

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
import dev.idem.store.redisson.RedisClients;
import dev.idem.store.redisson.RedissonStore;
import dev.idem.testing.CapturedLogs;
import dev.idem.testing.RedisProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.redisson.api.RedissonClient;

/** Arguments and results reach no log line of ours at any level, and no message of ours, whatever goes wrong. */
final class PayloadsInLogsTest {

    private static final String SECRET = "MARKER-4711";

    /** Where Redisson writes, at this level only, each command as it is sent. */
    private static final String OVER_THE_WIRE = "TRACE org.redisson.client.handler.";

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

    @Test
    @EnabledIf("dev.idem.testing.RedisProcess#isAvailable")
    void troubleWithRedis_isLoggedWithoutPayload() throws Throwable {
        try (RedisProcess redis = RedisProcess.start()) {
            RedissonClient client = RedisClients.connect(redis.address());
            RedissonStore store = new RedissonStore(client, "shop", Duration.ofMillis(500));
            IdempotencyEngine onRedis = new IdempotencyEngine(
                    "shop",
                    Optional::empty,
                    operation -> new Guard(CallPolicy.DEFAULT, store),
                    new JacksonResultCodec(),
                    EngineLimits.DEFAULT,
                    Optional.empty());
            call(onRedis, operation(), "full " + SECRET, () -> {
                redis.ask("CONFIG SET maxmemory 1");
                return SECRET;
            });
            call(onRedis, operation(), "refused " + SECRET, () -> SECRET);
            redis.ask("CONFIG SET maxmemory 0");
            call(onRedis, operation(), "silent " + SECRET, () -> {
                redis.pause();
                return SECRET;
            });
            redis.resume();
            call(onRedis, operation(), "gone " + SECRET, () -> {
                redis.kill();
                return SECRET;
            });
            onRedis.close();
            store.close();
            client.shutdown();
        }
        assertThat(refusals).extracting(Throwable::getClass).containsOnly(StoreUnavailableException.class);
        assertThat(String.join("\n", logs.lines())).contains("could not be recorded yet", "RedisOutOfMemoryException");
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
        call(engine, operation, order, invocation);
    }

    private void call(IdempotencyEngine which, Operation operation, String order, Invocation invocation) {
        refused(() -> which.execute(operation, new Object[] {order}, invocation));
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
        assertThat(logs.lines()).isNotEmpty();
        for (String form : forms()) {
            assertThat(logs.lines().stream().filter(line -> line.contains(form) && !line.startsWith(OVER_THE_WIRE)))
                    .isEmpty();
            assertThat(refusals)
                    .noneMatch(refusal -> Throwables.getStackTrace(refusal).contains(form));
        }
    }

    /** In clear, and as bytes are usually written. */
    private static List<String> forms() {
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        String numbers = Arrays.toString(bytes);
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        return List.of(
                SECRET,
                numbers.substring(1, numbers.length() - 1),
                HexFormat.of().formatHex(bytes),
                base64.substring(0, base64.length() - 2));
    }
}
