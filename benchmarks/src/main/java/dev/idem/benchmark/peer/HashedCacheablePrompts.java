package dev.idem.benchmark.peer;

import dev.idem.benchmark.scenario.Answer;
import dev.idem.benchmark.scenario.Completion;
import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Prompts;
import org.springframework.cache.annotation.Cacheable;

/** Cached by Spring under the digest of the request's JSON, as teams do whose key has to be a short text. */
public class HashedCacheablePrompts implements Prompts {

    private static final String KEY = "@digests.ofJson(#root.args[0])";

    private final Model model;

    public HashedCacheablePrompts(Model model) {
        this.model = model;
    }

    @Override
    @Cacheable(cacheNames = "answers", key = KEY, sync = true)
    public Answer answer(PromptRequest request) {
        return model.answer(request);
    }

    @Override
    @Cacheable(cacheNames = "completions", key = KEY, sync = true)
    public Completion complete(PromptRequest request) {
        return model.complete(request);
    }
}
