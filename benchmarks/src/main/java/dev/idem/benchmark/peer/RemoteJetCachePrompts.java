package dev.idem.benchmark.peer;

import com.alicp.jetcache.anno.CachePenetrationProtect;
import com.alicp.jetcache.anno.CacheType;
import com.alicp.jetcache.anno.Cached;
import dev.idem.benchmark.scenario.Answer;
import dev.idem.benchmark.scenario.Completion;
import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Prompts;

/** Cached by JetCache in Redis. Its protection keeps threads of one process apart, not processes. */
public class RemoteJetCachePrompts implements Prompts {

    private final Model model;

    public RemoteJetCachePrompts(Model model) {
        this.model = model;
    }

    @Override
    @Cached(name = "answers:", cacheType = CacheType.REMOTE, expire = 86_400)
    @CachePenetrationProtect
    public Answer answer(PromptRequest request) {
        return model.answer(request);
    }

    @Override
    @Cached(name = "completions:", cacheType = CacheType.REMOTE, expire = 86_400)
    @CachePenetrationProtect
    public Completion complete(PromptRequest request) {
        return model.complete(request);
    }
}
