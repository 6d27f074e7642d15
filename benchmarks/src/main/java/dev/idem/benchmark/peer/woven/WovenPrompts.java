package dev.idem.benchmark.peer.woven;

import dev.idem.IdempotentCall;
import dev.idem.benchmark.scenario.Answer;
import dev.idem.benchmark.scenario.Completion;
import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Prompts;

/** Guarded by this project, in the method itself. */
public class WovenPrompts implements Prompts {

    private final Model model;

    public WovenPrompts(Model model) {
        this.model = model;
    }

    @Override
    @IdempotentCall(operation = "woven.answer")
    public Answer answer(PromptRequest request) {
        return model.answer(request);
    }

    @Override
    @IdempotentCall(operation = "woven.complete")
    public Completion complete(PromptRequest request) {
        return model.complete(request);
    }
}
