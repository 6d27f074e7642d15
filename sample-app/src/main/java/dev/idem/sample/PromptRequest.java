package dev.idem.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks the gateway for. Two equal requests are the same call.
 *
 * @param temperature how much the answers may vary; null leaves it to the model, some of which accept nothing else
 */
public record PromptRequest(
        String model,
        long maxTokens,
        // As the client wrote it: nothing is computed.
        @SuppressWarnings("idem:FloatingPointKey") @Nullable Double temperature,
        List<PromptMessage> messages) {

    public PromptRequest {
        InvalidPromptException.unless(model != null && !model.isBlank(), "model is missing");
        InvalidPromptException.unless(maxTokens > 0, "maxTokens must be above 0");
        InvalidPromptException.unless(messages != null && !messages.isEmpty(), "messages are missing");
        messages = List.copyOf(messages);
    }

    /** Whether the client asks for a new answer each time. */
    public boolean creative() {
        return temperature != null && temperature > 0;
    }
}
