package dev.idem.benchmark;

import java.util.List;

/** A request as a prompt gateway takes it. */
record PromptRequest(String model, int maxTokens, long seed, List<Message> messages) {

    private static final String TEXT = """
            Summarise the "quarterly report" for the board: revenue rose by 4 %, costs by 2 %.
            Name the three largest risks, and say what has been done about each of them.
            """;

    /** A request whose canonical text has about 200 bytes. */
    static PromptRequest small() {
        return new PromptRequest("large-model-4-6", 1_024, 42, List.of(new Message("user", TEXT.substring(0, 100))));
    }

    /** A request whose canonical text has about 8 KB: a conversation of eight turns. */
    static PromptRequest large() {
        Message question = new Message("user", TEXT.repeat(6));
        Message answer = new Message("assistant", TEXT.repeat(6));
        return new PromptRequest(
                "large-model-4-6",
                4_096,
                8_785_000_000L,
                List.of(question, answer, question, answer, question, answer, question, answer));
    }

    record Message(String role, String content) {}
}
