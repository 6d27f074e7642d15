package dev.idem.benchmark;

import dev.idem.IdempotentCall;

/** A guarded method, for the code that is generated from it. */
class Prompts {

    @IdempotentCall(operation = "prompts.complete")
    public String complete(PromptRequest request) {
        return request.model();
    }
}
