package dev.idem.benchmark.scenario;

import java.io.Serializable;
import java.util.List;

/** The reply of the sample application: the same components, and a list among them. */
public record Completion(String id, String model, List<String> text, String stopReason, Usage usage)
        implements Serializable {

    public Completion {
        text = List.copyOf(text);
    }

    /** What the vendor charged for. */
    public record Usage(long inputTokens, long outputTokens) implements Serializable {}
}
