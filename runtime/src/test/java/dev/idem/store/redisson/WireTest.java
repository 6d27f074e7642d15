package dev.idem.store.redisson;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.idem.testing.RedisProcess;
import dev.idem.testing.StringCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.redisson.api.RedissonClient;

/** What calls put on the wire, counted by the server: commands, and bytes in both directions. */
@EnabledIf("dev.idem.testing.RedisProcess#isAvailable")
final class WireTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration LEASE = TIMEOUT.multipliedBy(6);

    /** Two sizes with as many digits, so that the frames around them are of one size. */
    private static final int SMALL = 1_000;

    private static final int LARGE = 9_000;

    /** One for wake-ups, one for evictions. */
    private static final int CHANNELS = 2;

    private final RedisProcess redis = RedisProcess.start();
    private final RedissonClient client = RedisClients.connect(redis.address());
    private final RedissonStore store = new RedissonStore(client, "shop", TIMEOUT);
    private final IdempotencyEngine engine = new IdempotencyEngine(
            "shop",
            Optional::empty,
            operation -> new Guard(CallPolicy.DEFAULT, store),
            new StringCodec(),
            EngineLimits.DEFAULT,
            Optional.empty());
    private final Idempotency calls = Idempotency.of(engine);
    private final WireMeter meter = new WireMeter(redis);

    /** A process begins to listen beside its first call, which does not wait for that. */
    @BeforeEach
    void warmUp() throws Exception {
        call("warm", SMALL);
        call("warm", SMALL);
        Awaitility.await().until(() -> redis.ask("INFO stats").contains("pubsub_channels:" + CHANNELS));
    }

    @AfterEach
    void close() {
        engine.close();
        store.close();
        client.shutdown();
        redis.close();
    }

    @Test
    void firstCall_sendsTwoScriptsByTheirDigest() throws Exception {
        WireMeter.Cost cost = meter.of(() -> call("first", SMALL));

        assertThat(cost.scripts()).isEqualTo(2);
        assertThat(cost.digests()).isEqualTo(2);
        assertThat(cost.bytesIn()).as("no script text, and the payload once").isLessThanOrEqualTo(SMALL + 620);
        assertThat(cost.bytesOut()).as("no payload").isLessThanOrEqualTo(60);
    }

    @Test
    void firstCall_writesThePayloadOnceAndDoesNotReadItBack() throws Exception {
        WireMeter.Cost small = meter.of(() -> call("key-1", SMALL));
        WireMeter.Cost large = meter.of(() -> call("key-2", LARGE));

        assertThat(large.bytesIn() - small.bytesIn()).isEqualTo(LARGE - SMALL);
        assertThat(large.bytesOut()).isEqualTo(small.bytesOut());
    }

    @Test
    void replay_sendsOneScriptAndReadsThePayloadOnce() throws Exception {
        call("key-1", SMALL);
        call("key-2", LARGE);

        WireMeter.Cost small = meter.of(() -> call("key-1", SMALL));
        WireMeter.Cost large = meter.of(() -> call("key-2", LARGE));

        assertThat(small.scripts()).isEqualTo(1);
        assertThat(large.scripts()).isEqualTo(1);
        assertThat(large.bytesIn()).as("no payload").isEqualTo(small.bytesIn()).isLessThanOrEqualTo(320);
        assertThat(large.bytesOut() - small.bytesOut()).isEqualTo(LARGE - SMALL);
    }

    @Test
    void renewals_ofManyClaims_areSentTogether() throws Exception {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            claims.add(granted(i));
        }

        WireMeter.Cost cost = meter.of(() -> await(store.renew(claims)));

        assertThat(cost.scripts()).isEqualTo(200);
        assertThat(cost.bytesIn()).isLessThanOrEqualTo(200 * 210);
        assertThat(cost.reads())
                .as("a command of its own would be a read of its own")
                .isLessThan(20);
    }

    private String call(String key, int size) throws Exception {
        return calls.call(CallKey.of("charge", key), String.class, () -> "x".repeat(size));
    }

    private Claim granted(int number) {
        ClaimRequest request = new ClaimRequest(
                new RecordAddress("shop", null, "charge", "renewed " + number),
                Fingerprint.of(new byte[] {1}),
                UUID.randomUUID().toString(),
                LEASE,
                LEASE,
                /* waits= */ true);
        return request.granted(((ClaimReply.Granted) await(store.claim(request))).grant());
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
    }
}
