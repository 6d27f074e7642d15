package dev.idem.store.redisson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.StoreUnavailableException;
import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completion;
import dev.idem.store.CompletionReply;
import dev.idem.store.Held;
import dev.idem.store.Payload;
import dev.idem.testing.RedisMonitor;
import dev.idem.testing.RedisProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/** The store and a server that stops, forgets, or is gone; and what the store leaves in it. */
@EnabledIf("dev.idem.testing.RedisProcess#isAvailable")
final class RedissonStoreServerTest {

    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration TTL = Duration.ofHours(1);
    private static final Fingerprint CONTENT = Fingerprint.of(new byte[] {1});
    private static final RecordAddress ADDRESS = new RecordAddress("shop", "acme", "payments.charge", "ik_1");

    private RedisProcess redis = RedisProcess.start();
    private final RedissonClient client = RedisClients.connect(redis.address());
    private final RedissonStore store = new RedissonStore(client, "shop", TIMEOUT);

    @AfterEach
    void close() {
        store.close();
        client.shutdown();
        redis.close();
    }

    @Test
    void claim_serverStandsStill_failsInTimeAndWasSentOnce() throws IOException {
        granted("a");
        try (RedisMonitor monitor = new RedisMonitor(redis.address())) {
            redis.pause();
            assertThatThrownBy(() -> await(store.claim(request("b"))))
                    .hasCauseInstanceOf(StoreUnavailableException.class);
            redis.resume();

            assertThat(monitor.commands()).hasSize(1);
        }
    }

    @Test
    void verbs_serverGone_failInTimeAndWorkAgainWhenItIsBack() {
        granted("a");
        redis.close();
        assertThatThrownBy(() -> await(store.claim(request("b")))).hasCauseInstanceOf(StoreUnavailableException.class);

        redis = RedisProcess.startOn(redis.port());

        Awaitility.await().ignoreExceptions().untilAsserted(() -> granted("c"));
    }

    @Test
    void claim_whileTheClientConnects_blocksNobody() {
        RedissonClient lazy = RedisClients.lazy(redis.address());
        RedissonStore unconnected = new RedissonStore(lazy, "shop", Duration.ofSeconds(20));
        redis.pause();

        CompletionStage<ClaimReply> claim = unconnected.claim(request("a"));

        assertThat(claim.toCompletableFuture()).isNotDone();
        redis.resume();
        assertThat(await(claim)).isInstanceOf(ClaimReply.Granted.class);
        unconnected.close();
        lazy.shutdown();
    }

    @Test
    void verbs_serverThatComesLater_work() {
        redis.close();
        RedissonClient lazy = RedisClients.lazy(redis.address());
        RedissonStore patient = new RedissonStore(lazy, "shop", TIMEOUT);
        assertThatThrownBy(() -> await(patient.claim(request("a"))))
                .hasCauseInstanceOf(StoreUnavailableException.class);

        redis = RedisProcess.startOn(redis.port());

        Awaitility.await().ignoreExceptions().until(() -> await(patient.claim(request("b"))) != null);
        patient.close();
        lazy.shutdown();
    }

    @Test
    void verbs_scriptsForgotten_areLoadedAgain() {
        Claim claim = granted("a");
        client.getScript().scriptFlush();

        assertThat(await(store.renew(List.of(claim)))).containsExactly(true);
        assertThat(await(store.claim(request("b")))).isInstanceOf(Held.class);
    }

    @Test
    void renew_scriptsForgottenWithoutTheClientsKnowledge_renewsAtOnce() {
        Claim first = granted("a");
        Claim second = grantedElsewhere("b");
        assertThat(await(store.renew(List.of(first, second)))).containsExactly(true, true);
        for (int i = 0; i < 3; i++) {
            redis.ask("SCRIPT FLUSH");
            assertThat(await(store.renew(List.of(first, second)))).containsExactly(true, true);
        }
    }

    @Test
    void verbsForMany_scriptsForgottenWithoutTheClientsKnowledge_areExecutedAtOnce() {
        for (int i = 0; i < 3; i++) {
            redis.ask("SCRIPT FLUSH");
            List<ClaimRequest> requests = List.of(request("first " + i), requestElsewhere("second " + i));
            List<ClaimReply> replies = await(store.claimAll(requests));
            assertThat(replies).allMatch(ClaimReply.Granted.class::isInstance);
            redis.ask("SCRIPT FLUSH");
            assertThat(await(store.releaseAll(List.of(
                            requests.get(0).granted(((ClaimReply.Granted) replies.get(0)).grant()),
                            requests.get(1).granted(((ClaimReply.Granted) replies.get(1)).grant())))))
                    .hasSize(2);
        }
    }

    @Test
    void claimAll_heldBeforeThisProcessListens_isSentAgainOnceItDoes() throws IOException {
        granted("a");
        RedissonStore fresh = new RedissonStore(client, "shop", TIMEOUT);
        try (RedisMonitor monitor = new RedisMonitor(redis.address())) {
            List<ClaimReply> replies = await(fresh.claimAll(List.of(request("b"), requestElsewhere("b"))));

            assertThat(replies.get(0)).isInstanceOf(Held.class);
            assertThat(replies.get(1)).isInstanceOf(ClaimReply.Granted.class);
            assertThat(monitor.commands().stream().filter(command -> command.contains("\"EVALSHA\"")))
                    .hasSize(4);
        }
        fresh.close();
    }

    private static ClaimRequest requestElsewhere(String token) {
        return new ClaimRequest(
                new RecordAddress("shop", "acme", "payments.charge", "ik_2"), CONTENT, token, LEASE, TTL, true);
    }

    private Claim grantedElsewhere(String token) {
        ClaimRequest request = requestElsewhere(token);
        return request.granted(((ClaimReply.Granted) await(store.claim(request))).grant());
    }

    @Test
    void claim_heldBeforeThisProcessListens_isSentAgainOnceItDoes() throws IOException {
        granted("a");
        RedissonStore fresh = new RedissonStore(client, "shop", TIMEOUT);
        try (RedisMonitor monitor = new RedisMonitor(redis.address())) {
            assertThat(await(fresh.claim(request("b")))).isInstanceOf(Held.class);
            assertThat(monitor.commands()).hasSize(2);

            assertThat(await(fresh.claim(request("c")))).isInstanceOf(Held.class);
            assertThat(monitor.commands()).hasSize(1);
        }
        fresh.close();
    }

    @Test
    void record_inProgress_isAHashUnderItsAddressThatEndsAfterLeaseAndTtl() {
        granted("a");

        assertThat(client.getKeys().getKeys()).containsExactly("idem:shop:acme:payments.charge:ik_1");
        assertThat(client.getBucket(ADDRESS.text()).remainTimeToLive())
                .isBetween(
                        LEASE.plus(TTL).minusSeconds(10).toMillis(),
                        LEASE.plus(TTL).toMillis());
    }

    @Test
    void record_completed_costsAtMostTwoHundredBytesAbovePayloadAndKey() {
        byte[] payload = new byte[1_000];
        Claim claim = granted("123e4567-e89b-12d3-a456-426614174000");
        await(store.complete(new Completion(claim, new Payload(payload), Duration.ZERO)));

        long usage = client.getBucket(ADDRESS.text()).sizeInMemory();
        assertThat(usage - payload.length - ADDRESS.text().length()).isBetween(1L, 200L);
    }

    @Test
    void record_ofAnyState_hasAnEnd() {
        Claim claim = granted("a");
        assertEnds();
        await(store.release(claim));
        await(store.evict(ADDRESS, TTL));
        assertEnds();
        Claim next = granted("b");
        assertEnds();
        await(store.release(next));
        assertEnds();
        await(store.complete(new Completion(granted("c"), new Payload(new byte[1]), Duration.ZERO)));
        assertEnds();
    }

    @Test
    void grants_afterTheServersClockWentBack_areStillAboveWhatWasGrantedOrEvictedBefore() {
        long ahead = 4_000_000_000_000_000L;
        await(store.evict(ADDRESS, TTL));
        set("mark", ahead);
        Claim first = granted("a");
        assertThat(first.grant()).isGreaterThan(ahead);

        set("grant", 2 * ahead);
        client.getBucket(ADDRESS.text()).expire(TTL);
        Claim second = granted("b");
        assertThat(second.grant()).isGreaterThan(2 * ahead);

        await(store.evict(ADDRESS, TTL));
        assertThat(await(store.complete(new Completion(second, new Payload(new byte[1]), Duration.ZERO))))
                .isEqualTo(new CompletionReply.Refused(CompletionReply.Reason.EVICTED));
    }

    private void set(String field, long value) {
        client.<String, String>getMap(ADDRESS.text(), StringCodec.INSTANCE).fastPut(field, Long.toString(value));
    }

    @Test
    void waiters_areRegisteredUpToALimit() {
        granted("a");
        for (int i = 0; i < 300; i++) {
            client.getScript(StringCodec.INSTANCE)
                    .eval(
                            RScript.Mode.READ_WRITE,
                            Script.CLAIM.text(),
                            RScript.ReturnType.VALUE,
                            List.of(ADDRESS.text()),
                            "waiter" + i,
                            CONTENT.text(),
                            LEASE.toMillis(),
                            TTL.toMillis(),
                            "channel" + i);
        }

        assertThat(client.getMap(ADDRESS.text(), StringCodec.INSTANCE).readAllKeySet())
                .filteredOn(field -> field.toString().startsWith("w:"))
                .hasSize(256);
    }

    private void assertEnds() {
        assertThat(client.getBucket(ADDRESS.text()).remainTimeToLive()).isPositive();
    }

    private Claim granted(String token) {
        ClaimReply reply = await(store.claim(request(token)));
        return request(token).granted(((ClaimReply.Granted) reply).grant());
    }

    private static ClaimRequest request(String token) {
        return new ClaimRequest(ADDRESS, CONTENT, token, LEASE, TTL, true);
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
