package dev.idem.sample;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** HTTP in, completion out. Knows nothing of duplicates. */
@RestController
class PromptController {

    private final PromptService prompts;

    PromptController(PromptService prompts) {
        this.prompts = prompts;
    }

    @PostMapping("/api/messages")
    Completion complete(@RequestBody PromptRequest request) {
        return prompts.complete(request);
    }

    @PostMapping("/api/batch")
    List<Completion> completeAll(@RequestBody Batch batch) {
        return prompts.completeAll(batch.model(), batch.maxTokens(), batch.prompts());
    }

    @PostMapping(path = "/api/messages/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> stream(@RequestBody PromptRequest request) {
        return Events.of(prompts.stream(request));
    }
}
