package dev.idem.benchmark.scenario;

import java.io.Serializable;
import java.util.List;

/** A request as a prompt gateway takes it. */
public record PromptRequest(String model, int maxTokens, long seed, List<Message> messages) implements Serializable {

    /** The same question, asked anew: another call. */
    public PromptRequest withSeed(long other) {
        return new PromptRequest(model, maxTokens, other, messages);
    }

    /** One turn of the conversation. */
    public record Message(String role, String content) implements Serializable {}
}
