package dev.idem.sample;

import com.anthropic.client.AnthropicClient;
import com.anthropic.core.JsonValue;
import com.anthropic.errors.AnthropicException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.TextBlock;
import dev.idem.IdempotentCall;
import dev.idem.PartialResultException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;

/** Sends prompts to the model. Every run costs money; a duplicate does not run. */
@Service
class PromptService {

    private final AnthropicClient client;

    PromptService(AnthropicClient client) {
        this.client = client;
    }

    @IdempotentCall(
            operation = "prompts.complete",
            ttl = "24h",
            unless = "request.creative",
            savings = {"usage.inputTokens", "usage.outputTokens"})
    public Completion complete(PromptRequest request) {
        return completion(client.messages().create(params(request)));
    }

    /** The same as the model writes it. An answer that breaks off before its last part is passed on and not recorded. */
    @IdempotentCall(operation = "prompts.stream", ttl = "24h", unless = "request.creative", recordIf = "last")
    public Flux<Delta> stream(PromptRequest request) {
        return Deltas.of(() -> client.async().messages().createStreaming(params(request)));
    }

    /** One answer for each prompt. Those that have one are not sent, and those before a failure are kept. */
    @IdempotentCall(operation = "prompts.batch", ttl = "24h", each = "prompts")
    public List<Completion> completeAll(String model, long maxTokens, List<String> prompts) {
        List<Completion> completions = new ArrayList<>();
        for (String prompt : prompts) {
            PromptMessage message = new PromptMessage(PromptMessage.Role.USER, prompt);
            PromptRequest request = new PromptRequest(model, maxTokens, null, List.of(message));
            try {
                completions.add(completion(client.messages().create(params(request))));
            } catch (AnthropicException e) {
                throw new PartialResultException(completions, e);
            }
        }
        return completions;
    }

    private static MessageCreateParams params(PromptRequest request) {
        MessageCreateParams.Builder params =
                MessageCreateParams.builder().model(request.model()).maxTokens(request.maxTokens());
        for (PromptMessage message : request.messages()) {
            switch (message.role()) {
                case USER -> params.addUserMessage(message.content());
                case ASSISTANT -> params.addAssistantMessage(message.content());
            }
        }
        if (request.temperature() != null) {
            // The client has no method for it since newer models refuse it.
            params.putAdditionalBodyProperty("temperature", JsonValue.from(request.temperature()));
        }
        return params.build();
    }

    private static Completion completion(Message message) {
        return new Completion(
                message.id(),
                message.model().asString(),
                message.content().stream()
                        .flatMap(block -> block.text().stream())
                        .map(TextBlock::text)
                        .toList(),
                message.stopReason().map(StopReason::asString).orElse(""),
                new Completion.Usage(
                        message.usage().inputTokens(), message.usage().outputTokens()));
    }
}
