package dev.idem.benchmark.scenario;

import java.util.List;

/** What the guarded methods do: next to nothing, so that only guards are measured. */
public class Model implements Prompts {

    private static final String TEXT = "Revenue rose, costs rose less. The three risks are currency, supply and staff.";

    @Override
    public Answer answer(PromptRequest request) {
        return new Answer(id(request), TEXT, 17);
    }

    @Override
    public Completion complete(PromptRequest request) {
        return new Completion(
                id(request), request.model(), List.of(TEXT), "end_turn", new Completion.Usage(84, 17));
    }

    private static String id(PromptRequest request) {
        return "msg_" + request.seed();
    }
}
