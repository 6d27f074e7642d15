package dev.idem.benchmark.scenario;

import java.util.concurrent.CompletableFuture;

/** The methods that every contender guards in its own way; the last two only those that say so. */
public interface Prompts {

    /** A small reply. */
    Answer answer(PromptRequest request);

    /** The reply of the sample application. */
    Completion complete(PromptRequest request);

    /** A small reply that comes later. */
    default CompletableFuture<Answer> later(PromptRequest request) {
        throw new UnsupportedOperationException("This contender does not guard stages.");
    }

    /** A reply of as many ASCII characters as asked for. */
    default String text(PromptRequest request, int length) {
        throw new UnsupportedOperationException("This contender is not measured with long replies.");
    }
}
