package dev.idem.benchmark.scenario;

/** The methods that every contender guards in its own way. */
public interface Prompts {

    /** A small reply. */
    Answer answer(PromptRequest request);

    /** The reply of the sample application. */
    Completion complete(PromptRequest request);
}
