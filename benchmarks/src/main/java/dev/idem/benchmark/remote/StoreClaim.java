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

/** The store's verbs and nothing around them: the least that a call costs by this project's protocol. */
final class StoreClaim implements AutoCloseable {

    private static final String APPLICATION = "floor";
    private static final int PAYLOAD = 130;
    private static final long FIRST_KEY = 1_000_000_000_000_000_000L;
    private static final Fingerprint CONTENT = Fingerprint.of(new byte[1]);

    private final RedissonStore store;
    private final ClaimRequest known = request(0);
    private long calls;

    /** Records an outcome. The client stays open. */
    StoreClaim(RedissonClient client) {
        store = new RedissonStore(client, APPLICATION, Duration.ofSeconds(2));
        record(known);
    }

    /** Claims what is recorded. */
    void hit() {
        if (!(await(store.claim(known)) instanceof Completed)) {
            throw new IllegalStateException("The record is gone.");
        }
    }

    /** Claims what nobody has claimed before, and records its outcome. */
    void first() {
        record(request(++calls));
    }

    private void record(ClaimRequest request) {
        if (!(await(store.claim(request)) instanceof ClaimReply.Granted granted)) {
            throw new IllegalStateException("The record was there before.");
        }
        Payload payload = new Payload(new byte[PAYLOAD]);
        await(store.complete(new Completion(request.granted(granted.grant()), payload, Duration.ZERO)));
    }

    private static ClaimRequest request(long call) {
        return new ClaimRequest(
                new RecordAddress(APPLICATION, "-", "floor", "ik_0000000000000" + (FIRST_KEY + call)),
                CONTENT,
                "token",
                Duration.ofSeconds(30),
                Duration.ofDays(1),
                /* waits= */ true);
    }

    @Override
    public void close() {
        store.close();
    }

    private static <T> T await(CompletionStage<T> reply) {
        return reply.toCompletableFuture().join();
    }
}
