package dev.idem.benchmark.peer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Prompts;
import java.time.Duration;
import java.util.function.Function;

/** A Caffeine cache, asked by hand. */
final class CaffeineMemory<T> implements Memory<T> {

    private final Function<PromptRequest, Object> keys;
    private final Cache<Object, T> cache =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofDays(1)).build();

    private CaffeineMemory(Function<PromptRequest, Object> keys) {
        this.keys = keys;
    }

    /** Guarded with keys that are made in this way. */
    static Prompts guard(Model model, Function<PromptRequest, Object> keys) {
        return new HandGuardedPrompts(model, new CaffeineMemory<>(keys), new CaffeineMemory<>(keys));
    }

    @Override
    public T answer(PromptRequest request, Function<PromptRequest, T> method) {
        Object key = keys.apply(request);
        T known = cache.getIfPresent(key);
        if (known == null) {
            known = method.apply(request);
            cache.put(key, known);
        }
        return known;
    }
}
