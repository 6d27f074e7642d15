package dev.idem.benchmark.remote;

import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completed;
import dev.idem.store.Completion;
import dev.idem.store.Payload;
import dev.idem.store.redisson.RedissonStore;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.redisson.api.RedissonClient;

/** A claim of a completed record, and nothing around it: the least that a hit costs by this project's protocol. */
final class StoreClaim implements AutoCloseable {

    private static final String APPLICATION = "floor";
    private static final int PAYLOAD = 130;

    private final RedissonStore store;
    private final ClaimRequest request = new ClaimRequest(
            new RecordAddress(APPLICATION, "-", "floor", "ik_00000000000000000000000000000000"),
            Fingerprint.of(new byte[1]),
            "token",
            Duration.ofSeconds(30),
            Duration.ofDays(1),
            /* waits= */ true);

    /** Records the outcome. The client stays open. */
    StoreClaim(RedissonClient client) {
        store = new RedissonStore(client, APPLICATION, Duration.ofSeconds(2));
        if (await(store.claim(request)) instanceof ClaimReply.Granted granted) {
            Payload payload = new Payload(new byte[PAYLOAD]);
            await(store.complete(new Completion(request.granted(granted.grant()), payload, Duration.ZERO)));
        }
    }

    void hit() {
        if (!(await(store.claim(request)) instanceof Completed)) {
            throw new IllegalStateException("The record is gone.");
        }
    }

    @Override
    public void close() {
        store.close();
    }

    private static <T> T await(CompletionStage<T> reply) {
        return reply.toCompletableFuture().join();
    }
}
