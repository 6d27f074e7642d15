package dev.idem.benchmark.peer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.idem.benchmark.scenario.PromptRequest;
import java.time.Duration;
import java.util.function.Function;

/** A Caffeine cache, asked by hand. */
final class CaffeinePrompts extends Remembering {

    private final Function<PromptRequest, Object> keys;
    private final Cache<Object, Object> cache =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofDays(1)).build();

    /** With keys made in this way. */
    CaffeinePrompts(Function<PromptRequest, Object> keys) {
        this.keys = keys;
    }

    @Override
    <T> T remember(PromptRequest request, Class<T> type, Function<PromptRequest, T> method) {
        Object key = keys.apply(request);
        Object known = cache.getIfPresent(key);
        if (known == null) {
            known = method.apply(request);
            cache.put(key, known);
        }
        return type.cast(known);
    }
}
