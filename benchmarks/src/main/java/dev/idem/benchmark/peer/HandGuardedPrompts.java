package dev.idem.benchmark.peer;

import dev.idem.benchmark.scenario.Answer;
import dev.idem.benchmark.scenario.Completion;
import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Prompts;

/** Guarded by hand, each method with a memory of its own. */
record HandGuardedPrompts(Model model, Memory<Answer> answers, Memory<Completion> completions) implements Prompts {

    @Override
    public Answer answer(PromptRequest request) {
        return answers.answer(request, model::answer);
    }

    @Override
    public Completion complete(PromptRequest request) {
        return completions.answer(request, model::complete);
    }
}
