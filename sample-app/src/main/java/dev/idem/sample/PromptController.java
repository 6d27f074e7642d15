package dev.idem.sample;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

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
}
