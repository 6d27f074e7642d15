package dev.idem.sample;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One turn of a conversation. */
public record PromptMessage(Role role, String content) {

    public PromptMessage {
        InvalidPromptException.unless(role != null, "a message needs a role: user or assistant");
        InvalidPromptException.unless(content != null && !content.isBlank(), "a message needs content");
    }

    /** Who speaks. */
    public enum Role {
        @JsonProperty("user")
        USER,
        @JsonProperty("assistant")
        ASSISTANT
    }
}
