package dev.idem.benchmark.peer;

import dev.idem.benchmark.scenario.Answer;
import dev.idem.benchmark.scenario.Completion;
import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Prompts;
import org.springframework.cache.annotation.Cacheable;

/** Cached by Spring under the default key: the request itself. */
public class CacheablePrompts implements Prompts {

    private final Model model;

    public CacheablePrompts(Model model) {
        this.model = model;
    }

    @Override
    @Cacheable(cacheNames = "answers", sync = true)
    public Answer answer(PromptRequest request) {
        return model.answer(request);
    }

    @Override
    @Cacheable(cacheNames = "completions", sync = true)
    public Completion complete(PromptRequest request) {
        return model.complete(request);
    }
}
