package dev.idem.benchmark.scenario;

import dev.idem.benchmark.scenario.PromptRequest.Message;
import java.util.List;
import java.util.stream.IntStream;

/** How long a request is, as canonical text. */
public enum Size {
    /** 211 bytes: one message. */
    SMALL("200 B", 1_024, 42, 1, Text.ONE.substring(0, 100)),
    /** 8,211 bytes: a conversation of eight turns. */
    LARGE("8 KB", 4_096, 8_785_000_000L, 8, Text.ONE.repeat(6));

    private final String label;
    private final int maxTokens;
    private final long seed;
    private final int turns;
    private final String content;

    Size(String label, int maxTokens, long seed, int turns, String content) {
        this.label = label;
        this.maxTokens = maxTokens;
        this.seed = seed;
        this.turns = turns;
        this.content = content;
    }

    /** As tables write it. */
    public String label() {
        return label;
    }

    /** A request of this size; the same content each time. */
    public PromptRequest request() {
        List<Message> messages = IntStream.range(0, turns)
                .mapToObj(turn -> new Message(turn % 2 == 0 ? "user" : "assistant", content))
                .toList();
        return new PromptRequest("large-model-4-6", maxTokens, seed, messages);
    }

    private static final class Text {

        static final String ONE = """
                Summarise the "quarterly report" for the board: revenue rose by 4 %, costs by 2 %.
                Name the three largest risks, and say what has been done about each of them.
                """;
    }
}
