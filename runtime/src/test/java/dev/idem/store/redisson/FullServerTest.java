package dev.idem.store.redisson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.StoreUnavailableException;
import dev.idem.engine.CallKey;
import dev.idem.engine.CallPolicy;
import dev.idem.engine.EngineLimits;
import dev.idem.engine.Guard;
import dev.idem.engine.Idempotency;
import dev.idem.engine.IdempotencyEngine;
import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completed;
import dev.idem.store.Completion;
import dev.idem.store.CompletionReply;
import dev.idem.store.FindReply;
import dev.idem.store.Held;
import dev.idem.store.Payload;
import dev.idem.testing.RedisProcess;
import dev.idem.testing.StringCodec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.redisson.api.RedissonClient;

/** A server without memory refuses what would need some, says so, and does everything else. */
@EnabledIf("dev.idem.testing.RedisProcess#isAvailable")
final class FullServerTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration TTL = Duration.ofHours(1);
    private static final Fingerprint CONTENT = Fingerprint.of(new byte[] {1});
    private static final Payload RESULT = new Payload(new byte[] {1});
    private static final RecordAddress ADDRESS = new RecordAddress("shop", null, "charge", "ik_1");

    private final RedisProcess redis = RedisProcess.start("--maxmemory-policy", "noeviction");
    private final RedissonClient client = RedisClients.connect(redis.address());
    private final RedissonStore store = new RedissonStore(client, "shop", TIMEOUT);

    @AfterEach
    void close() {
        store.close();
        client.shutdown();
        redis.close();
    }

    private void fill() {
        redis.ask("CONFIG SET maxmemory 1");
    }

    private void empty() {
        redis.ask("CONFIG SET maxmemory 0");
    }

    @Test
    void claim_absent_isRefusedAndLeavesNothing() {
        fill();
        assertRefused(store.claim(request(ADDRESS, "a")));
        assertThat(redis.ask("DBSIZE")).isEqualTo("0");
    }

    @Test
    void claimAndFind_inProgress_areHeldAlthoughTheWaiterCannotBeNoted() {
        granted("a");
        fill();
        assertThat(await(store.claim(request(ADDRESS, "b")))).isInstanceOf(Held.class);
        assertThat(await(store.find(ADDRESS, CONTENT))).isInstanceOf(Held.class);
        assertThat(redis.ask("HLEN " + ADDRESS.text())).isEqualTo("4");
    }

    @Test
    void claimAndFind_completed_replay() {
        complete(granted("a"));
        fill();
        assertThat(await(store.claim(request(ADDRESS, "b")))).isInstanceOf(Completed.class);
        assertThat(await(store.find(ADDRESS, CONTENT))).isInstanceOf(Completed.class);
    }

    @Test
    void renew_isDone() {
        Claim claim = granted("a");
        RedisTime.pass(client, ADDRESS, Duration.ofSeconds(20));
        fill();
        assertThat(await(store.renew(List.of(claim)))).containsExactly(true);
        Held held = (Held) await(store.find(ADDRESS, CONTENT));
        assertThat(held.rest()).isGreaterThan(LEASE.minusSeconds(10));
    }

    @Test
    void release_isDone() {
        Claim claim = granted("a");
        fill();
        assertThat(await(store.release(claim))).isTrue();
        assertThat(await(store.find(ADDRESS, CONTENT))).isInstanceOf(FindReply.Absent.class);
    }

    @Test
    void release_overAnEvictMark_isDoneAndTheMarkStays() {
        Claim old = granted("a");
        await(store.evict(ADDRESS, TTL));
        Claim claim = granted("b");
        fill();
        assertThat(await(store.release(claim))).isTrue();
        assertThat(await(store.complete(new Completion(old, RESULT, Duration.ZERO))))
                .isEqualTo(new CompletionReply.Refused(CompletionReply.Reason.EVICTED));
    }

    @Test
    void withdraw_isDone() {
        granted("a");
        fill();
        assertThat(await(store.withdraw(request(ADDRESS, "a")))).isTrue();
        assertThat(await(store.find(ADDRESS, CONTENT))).isInstanceOf(FindReply.Absent.class);
    }

    @Test
    void start_isRefusedAndTheClaimIsNotStarted() {
        Claim claim = granted("a");
        fill();
        assertRefused(store.start(claim));
        assertThat(redis.ask("HEXISTS " + ADDRESS.text() + " started")).isEqualTo("0");
    }

    @Test
    void complete_isRefusedAndTheClaimIsStillHeld() {
        Claim claim = granted("a");
        fill();
        assertRefused(store.complete(new Completion(claim, RESULT, Duration.ZERO)));
        assertThat(await(store.find(ADDRESS, CONTENT))).isInstanceOf(Held.class);
        assertThat(await(store.renew(List.of(claim)))).containsExactly(true);
        empty();
        complete(claim);
    }

    /** The copy of a completion that has arrived needs no memory. */
    @Test
    void complete_again_isRecorded() {
        Claim claim = granted("a");
        complete(claim);
        fill();
        complete(claim);
    }

    @Test
    void evict_inProgress_isRefusedAndTheClaimStays() {
        Claim claim = granted("a");
        fill();
        assertRefused(store.evict(ADDRESS, TTL));
        assertThat(await(store.renew(List.of(claim)))).containsExactly(true);
    }

    /** What it frees makes room for the mark. */
    @Test
    void evict_completed_isDone() {
        Claim claim = granted("a");
        complete(claim);
        fill();
        assertThat(await(store.evict(ADDRESS, TTL))).isTrue();
        assertThat(await(store.complete(new Completion(claim, RESULT, Duration.ZERO))))
                .isEqualTo(new CompletionReply.Refused(CompletionReply.Reason.EVICTED));
    }

    @Test
    void dataLossRisk_isTold() {
        fill();
        assertThat(await(store.dataLossRisk())).isEmpty();
    }

    @Test
    void calls_serverFull_ownersHaveTheirResultsAndNothingNewRuns() throws Exception {
        try (IdempotencyEngine engine = new IdempotencyEngine(
                "shop",
                Optional::empty,
                operation -> new Guard(CallPolicy.DEFAULT, store),
                new StringCodec(),
                EngineLimits.DEFAULT,
                Optional.empty())) {
            Idempotency calls = Idempotency.of(engine);
            AtomicInteger runs = new AtomicInteger();
            CallKey early = CallKey.of("charge", "early");
            CallKey running = CallKey.of("charge", "running");
            CallKey late = CallKey.of("charge", "late");
            calls.call(early, String.class, () -> "early");

            String answer = calls.call(running, String.class, () -> {
                fill();
                return "run " + runs.incrementAndGet();
            });

            assertThat(answer).isEqualTo("run 1");
            assertThat(calls.call(running, String.class, () -> "again")).isEqualTo("run 1");
            assertThat(calls.call(early, String.class, () -> "again")).isEqualTo("early");
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> calls.call(late, String.class, () -> "run " + runs.incrementAndGet()));
            assertThat(runs).hasValue(1);
            empty();
            Awaitility.await()
                    .until(() -> redis.ask("TYPE idem:shop:-:charge:running").equals("string"));
        }
    }

    private void complete(Claim claim) {
        assertThat(await(store.complete(new Completion(claim, RESULT, Duration.ZERO))))
                .isInstanceOf(CompletionReply.Recorded.class);
    }

    private Claim granted(String token) {
        ClaimRequest request = request(ADDRESS, token);
        return request.granted(((ClaimReply.Granted) await(store.claim(request))).grant());
    }

    private static ClaimRequest request(RecordAddress address, String token) {
        return new ClaimRequest(address, CONTENT, token, LEASE, TTL, true);
    }

    private static void assertRefused(CompletionStage<?> command) {
        assertThatThrownBy(() -> await(command))
                .hasCauseInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("Redis did not execute the command: RedisOutOfMemoryException");
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
