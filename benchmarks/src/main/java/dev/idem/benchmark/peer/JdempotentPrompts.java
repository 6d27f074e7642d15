package dev.idem.benchmark.peer;

import com.trendyol.jdempotent.core.annotation.JdempotentRequestPayload;
import com.trendyol.jdempotent.core.annotation.JdempotentResource;
import dev.idem.benchmark.scenario.Answer;
import dev.idem.benchmark.scenario.Completion;
import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Prompts;

/** Guarded by Jdempotent in this process. */
public class JdempotentPrompts implements Prompts {

    private final Model model;

    public JdempotentPrompts(Model model) {
        this.model = model;
    }

    @Override
    @JdempotentResource(cachePrefix = "answers")
    public Answer answer(@JdempotentRequestPayload PromptRequest request) {
        return model.answer(request);
    }

    @Override
    @JdempotentResource(cachePrefix = "completions")
    public Completion complete(@JdempotentRequestPayload PromptRequest request) {
        return model.complete(request);
    }
}
