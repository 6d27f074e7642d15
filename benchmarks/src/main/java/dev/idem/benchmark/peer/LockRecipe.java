package dev.idem.benchmark.peer;

import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Prompts;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.redisson.api.RBucket;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;

/** The recipe: look, lock, look again, run, keep, unlock; under the digest of the request's JSON. */
final class LockRecipe<T> implements Memory<T> {

    private static final Duration KEPT = Duration.ofDays(1);

    private final Digests digests = new Digests();
    private final RedissonClient client;
    private final String name;

    private LockRecipe(RedissonClient client, String name) {
        this.client = client;
        this.name = name;
    }

    static Prompts guard(Model model, RedissonClient client) {
        return new HandGuardedPrompts(
                model, new LockRecipe<>(client, "recipe:answers:"), new LockRecipe<>(client, "recipe:completions:"));
    }

    @Override
    public T answer(PromptRequest request, Function<PromptRequest, T> method) {
        String key = name + digests.ofJson(request);
        RBucket<T> bucket = client.getBucket(key);
        T known = bucket.get();
        return known == null ? locked(client.getLock(key + ":lock"), bucket, () -> method.apply(request)) : known;
    }

    private static <T> T locked(RLock lock, RBucket<T> bucket, Supplier<T> run) {
        lock.lock();
        try {
            T known = bucket.get();
            if (known == null) {
                known = run.get();
                bucket.set(known, KEPT);
            }
            return known;
        } finally {
            lock.unlock();
        }
    }
}
