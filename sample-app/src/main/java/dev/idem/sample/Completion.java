package dev.idem.sample;

import java.util.List;

/** What the model answered. A duplicate gets the first caller's completion, with its id. */
public record Completion(String id, String model, List<String> text, String stopReason, Usage usage) {

    public Completion {
        text = List.copyOf(text);
    }

    /** The tokens that the vendor charged for. */
    public record Usage(long inputTokens, long outputTokens) {}
}
