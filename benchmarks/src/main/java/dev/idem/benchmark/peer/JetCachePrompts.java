package dev.idem.benchmark.peer;

import com.alicp.jetcache.anno.CacheType;
import com.alicp.jetcache.anno.Cached;
import dev.idem.benchmark.scenario.Answer;
import dev.idem.benchmark.scenario.Completion;
import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Prompts;

/** Cached by JetCache in this process. */
public class JetCachePrompts implements Prompts {

    private final Model model;

    public JetCachePrompts(Model model) {
        this.model = model;
    }

    @Override
    @Cached(name = "answers", cacheType = CacheType.LOCAL, expire = 86_400)
    public Answer answer(PromptRequest request) {
        return model.answer(request);
    }

    @Override
    @Cached(name = "completions", cacheType = CacheType.LOCAL, expire = 86_400)
    public Completion complete(PromptRequest request) {
        return model.complete(request);
    }
}
