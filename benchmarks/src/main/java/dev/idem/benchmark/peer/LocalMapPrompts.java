package dev.idem.benchmark.peer;

import dev.idem.benchmark.scenario.PromptRequest;
import java.util.function.Function;
import org.redisson.api.RLocalCachedMap;
import org.redisson.api.RedissonClient;
import org.redisson.api.options.LocalCachedMapOptions;

/** Redisson's map with copies in this process, under the digest of the request's JSON. */
final class LocalMapPrompts extends Remembering {

    private final Digests digests = new Digests();
    private final RLocalCachedMap<String, Object> map;

    LocalMapPrompts(RedissonClient client) {
        this.map = client.getLocalCachedMap(LocalCachedMapOptions.name("local-map"));
    }

    @Override
    <T> T remember(PromptRequest request, Class<T> type, Function<PromptRequest, T> method) {
        return type.cast(map.computeIfAbsent(digests.ofJson(request), key -> method.apply(request)));
    }
}
