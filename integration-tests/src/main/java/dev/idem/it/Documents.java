package dev.idem.it;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idem.IdempotentCall;
import dev.idem.key.KeyEncodedBy;
import dev.idem.key.jackson.JsonNodeEncoder;

/** Takes values of which only an encoder knows what they are. */
public class Documents {

    private final Work work;

    public Documents(Work work) {
        this.work = work;
    }

    @IdempotentCall(operation = "documents.file")
    public int file(@KeyEncodedBy(JsonNodeEncoder.class) JsonNode document) {
        return work.run();
    }
}
