package dev.idem.benchmark.scenario;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** What the guarded methods do: next to nothing, so that only guards are measured. Thread-safe. */
public class Model implements Prompts {

    private static final String TEXT = "Revenue rose, costs rose less. The three risks are currency, supply and staff.";

    private final AtomicInteger runs = new AtomicInteger();

    /** How many answers were made here, and not remembered. */
    public int runs() {
        return runs.get();
    }

    @Override
    public Answer answer(PromptRequest request) {
        runs.incrementAndGet();
        return new Answer(id(request), TEXT, 17);
    }

    @Override
    public Completion complete(PromptRequest request) {
        return new Completion(id(request), request.model(), List.of(TEXT), "end_turn", new Completion.Usage(84, 17));
    }

    @Override
    public CompletableFuture<Answer> later(PromptRequest request) {
        return CompletableFuture.completedFuture(answer(request));
    }

    @Override
    public String text(PromptRequest request, int length) {
        return "x".repeat(length);
    }

    private static String id(PromptRequest request) {
        return "msg_" + request.seed();
    }
}
