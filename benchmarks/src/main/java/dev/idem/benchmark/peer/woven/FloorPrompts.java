package dev.idem.benchmark.peer.woven;

import dev.idem.benchmark.scenario.Answer;
import dev.idem.benchmark.scenario.Completion;
import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Prompts;

/** Advised by {@link FloorAspect}. Only one of the two methods can be used: they share a key. */
public final class FloorPrompts implements Prompts {

    private final Model model;

    public FloorPrompts(Model model) {
        this.model = model;
    }

    @Override
    @Remembered
    public Answer answer(PromptRequest request) {
        return model.answer(request);
    }

    @Override
    @Remembered
    public Completion complete(PromptRequest request) {
        return model.complete(request);
    }
}
