package dev.idem.benchmark.peer;

import dev.idem.IdempotentCall;
import dev.idem.KeyIgnore;
import dev.idem.benchmark.scenario.Answer;
import dev.idem.benchmark.scenario.Completion;
import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Prompts;
import java.util.concurrent.CompletableFuture;

/** Guarded by this project, behind a proxy. */
public class GuardedPrompts implements Prompts {

    private final Model model;

    public GuardedPrompts(Model model) {
        this.model = model;
    }

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

    @Override
    @IdempotentCall(operation = "prompts.later")
    public CompletableFuture<Answer> later(PromptRequest request) {
        return model.later(request);
    }

    @Override
    @IdempotentCall(operation = "prompts.text")
    public String text(PromptRequest request, @KeyIgnore int length) {
        return model.text(request, length);
    }
}
