package dev.idem.benchmark.peer;

import dev.idem.IdempotentCall;
import dev.idem.benchmark.scenario.Answer;
import dev.idem.benchmark.scenario.Completion;
import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Prompts;

/** Guarded by this project, behind a proxy. */
public class GuardedPrompts implements Prompts {

    private final Prompts model = new Model();

    @Override
    @IdempotentCall(operation = "prompts.answer")
    public Answer answer(PromptRequest request) {
        return model.answer(request);
    }

    @Override
    @IdempotentCall(operation = "prompts.complete")
    public Completion complete(PromptRequest request) {
        return model.complete(request);
    }
}
