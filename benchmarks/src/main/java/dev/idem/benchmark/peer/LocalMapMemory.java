package dev.idem.benchmark.peer;

import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Prompts;
import java.util.function.Function;
import org.redisson.api.RLocalCachedMap;
import org.redisson.api.RedissonClient;
import org.redisson.api.options.LocalCachedMapOptions;

/** Redisson's map with copies in this process, under the digest of the request's JSON. */
final class LocalMapMemory<T> implements Memory<T> {

    private final Digests digests = new Digests();
    private final RLocalCachedMap<String, T> map;

    private LocalMapMemory(RedissonClient client, String name) {
        this.map = client.getLocalCachedMap(LocalCachedMapOptions.name(name));
    }

    static Prompts guard(Model model, RedissonClient client) {
        return new HandGuardedPrompts(
                model,
                new LocalMapMemory<>(client, "local-answers"),
                new LocalMapMemory<>(client, "local-completions"));
    }

    @Override
    public T answer(PromptRequest request, Function<PromptRequest, T> method) {
        String key = digests.ofJson(request);
        T known = map.get(key);
        return known == null ? map.computeIfAbsent(key, absent -> method.apply(request)) : known;
    }
}
