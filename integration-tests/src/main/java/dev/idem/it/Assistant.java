package dev.idem.it;

import dev.idem.IdempotentCall;
import java.util.List;
import java.util.Optional;

/** A service with a nested request and an answer that nobody can change. */
public class Assistant {

    private final Work work;

    public Assistant(Work work) {
        this.work = work;
    }

    @IdempotentCall
    public Reply complete(Request request) {
        return new Reply(request.model() + " #" + work.run(), List.of("done"), Optional.of(5));
    }

    /** What is asked. */
    public record Request(String model, List<Message> messages, int maxTokens) {}

    /** One message. */
    public record Message(String role, String content) {}

    /** What is answered. */
    public record Reply(String text, List<String> reasons, Optional<Integer> tokens) {}
}
