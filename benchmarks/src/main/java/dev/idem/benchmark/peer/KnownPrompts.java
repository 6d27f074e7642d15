package dev.idem.benchmark.peer;

import dev.idem.benchmark.scenario.Answer;
import dev.idem.benchmark.scenario.Completion;
import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Prompts;
import dev.idem.benchmark.scenario.Size;

/** Looks at no request: what is left is the cost of the way there. */
public class KnownPrompts implements Prompts {

    private final Answer answer = new Model().answer(Size.SMALL.request());
    private final Completion completion = new Model().complete(Size.SMALL.request());

    @Override
    public Answer answer(PromptRequest request) {
        return answer;
    }

    @Override
    public Completion complete(PromptRequest request) {
        return completion;
    }
}
