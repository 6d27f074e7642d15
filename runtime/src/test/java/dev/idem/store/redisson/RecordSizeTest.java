package dev.idem.store.redisson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.key.Fingerprint;
import dev.idem.key.IdempotencyKeys;
import dev.idem.key.RecordAddress;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completion;
import dev.idem.store.CompletionReply;
import dev.idem.store.Payload;
import dev.idem.testing.TestRedis;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redisson.api.RedissonClient;

/** What a completed record occupies in a real server. */
final class RecordSizeTest {

    @RegisterExtension
    static final TestRedis REDIS = new TestRedis();

    private static final Fingerprint CONTENT = Fingerprint.of(new byte[] {1});
    private static final int MOST_BYTES_ABOVE = 200;

    private final RedissonClient client = RedisClients.connect(REDIS.address());
    private final RedissonStore store = new RedissonStore(client, "shop", Duration.ofSeconds(20));

    @AfterEach
    void close() {
        store.close();
        client.shutdown();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 200, 1_000})
    void completedRecord_occupiesLittleMoreThanItsKeyAndPayload(int length) {
        RecordAddress address =
                new RecordAddress("shop", "-", "prompts.complete", IdempotencyKeys.sha256Hex("" + length));
        ClaimRequest request = new ClaimRequest(
                address, CONTENT, "token-" + length, Duration.ofSeconds(30), Duration.ofHours(24), /* waits= */ true);
        Claim claim = request.granted(((ClaimReply.Granted) await(store.claim(request))).grant());

        Completion completion = new Completion(claim, new Payload(new byte[length]), Duration.ZERO);

        assertThat(await(store.complete(completion))).isInstanceOf(CompletionReply.Recorded.class);
        assertThat(client.getBucket(address.text()).sizeInMemory())
                .as("MEMORY USAGE")
                .isLessThanOrEqualTo(address.text().length() + length + MOST_BYTES_ABOVE);
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
