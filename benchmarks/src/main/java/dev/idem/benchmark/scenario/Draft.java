package dev.idem.benchmark.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.idem.benchmark.scenario.PromptRequest.Message;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a request as they came in. Each request built from them has strings of its own, as a retry has. */
public final class Draft {

    private final byte[] model;
    private final int maxTokens;
    private final long seed;
    private final List<Part> parts;

    /** Of this request. */
    public Draft(PromptRequest request) {
        this.model = request.model().getBytes(UTF_8);
        this.maxTokens = request.maxTokens();
        this.seed = request.seed();
        this.parts = request.messages().stream()
                .map(message -> new Part(
                        message.role().getBytes(UTF_8), message.content().getBytes(UTF_8)))
                .toList();
    }

    /** A request that shares nothing with the one before. */
    public PromptRequest build() {
        List<Message> messages = new ArrayList<>(parts.size());
        for (Part part : parts) {
            messages.add(new Message(new String(part.role, UTF_8), new String(part.content, UTF_8)));
        }
        return new PromptRequest(new String(model, UTF_8), maxTokens, seed, messages);
    }

    private static final class Part {

        private final byte[] role;
        private final byte[] content;

        Part(byte[] role, byte[] content) {
            this.role = role;
            this.content = content;
        }
    }
}
