package dev.idem.sample.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replies as they look on the wire. */
final class Wire {

    private Wire() {}

    /** A message: the answer to a prompt. */
    record Message(
            String id,
            String type,
            String role,
            String model,
            List<Text> content,
            @JsonProperty("stop_reason") @Nullable String stopReason,
            @JsonProperty("stop_sequence") @Nullable String stopSequence,
            Usage usage) {

        static Message of(long number, String model, String stopReason, Usage usage) {
            String id = "msg_simulated_%06d".formatted(number);
            List<Text> content = List.of(new Text("text", "This is simulated answer number " + number + "."));
            return new Message(id, "message", "assistant", model, content, stopReason, null, usage);
        }
    }

    /** A block of text. */
    record Text(String type, String text) {}

    /** What a message costs. */
    record Usage(
            @JsonProperty("input_tokens") long inputTokens,
            @JsonProperty("output_tokens") long outputTokens) {}

    /** The bill; not part of the vendor's API. */
    record Statement(
            long calls,
            @JsonProperty("billed_calls") long billedCalls,
            @JsonProperty("input_tokens") long inputTokens,
            @JsonProperty("output_tokens") long outputTokens,
            @JsonProperty("amount_usd") String amount) {

        static Statement of(Bill bill) {
            return new Statement(
                    bill.calls(),
                    bill.billedCalls(),
                    bill.inputTokens(),
                    bill.outputTokens(),
                    bill.amount().toPlainString());
        }
    }

    /** An error body. */
    record Failure(String type, Detail error) {

        Failure(String type, String message) {
            this("error", new Detail(type, message));
        }
    }

    /** The inner part of an error body. */
    record Detail(String type, String message) {}
}
