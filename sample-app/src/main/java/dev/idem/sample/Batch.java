package dev.idem.sample;

import java.util.List;

/** Several prompts for one model. Each is a call of its own: one that was sent before is not sent again. */
public record Batch(String model, long maxTokens, List<String> prompts) {

    public Batch {
        InvalidPromptException.unless(prompts != null && !prompts.isEmpty(), "prompts are missing");
        InvalidPromptException.unless(
                prompts.stream().allMatch(prompt -> prompt != null && !prompt.isBlank()), "a prompt is missing");
        prompts = List.copyOf(prompts);
    }
}
