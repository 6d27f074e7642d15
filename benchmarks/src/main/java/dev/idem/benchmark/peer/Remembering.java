package dev.idem.benchmark.peer;

import dev.idem.benchmark.scenario.Answer;
import dev.idem.benchmark.scenario.Completion;
import dev.idem.benchmark.scenario.Model;
import dev.idem.benchmark.scenario.PromptRequest;
import dev.idem.benchmark.scenario.Prompts;
import java.util.function.Function;

/** A guard written by hand: one way for every method. */
abstract class Remembering implements Prompts {

    private final Prompts model = new Model();

    /** What was answered to this request, or what is answered now. */
    abstract <T> T remember(PromptRequest request, Class<T> type, Function<PromptRequest, T> method);

    @Override
    public Answer answer(PromptRequest request) {
        return remember(request, Answer.class, model::answer);
    }

    @Override
    public Completion complete(PromptRequest request) {
        return remember(request, Completion.class, model::complete);
    }
}
