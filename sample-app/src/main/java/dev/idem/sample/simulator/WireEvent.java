package dev.idem.sample.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of a streamed message, as they look on the wire. */
sealed interface WireEvent {

    /** What the event is called. */
    String type();

    /** The message without its content. */
    record MessageStart(String type, Wire.Message message) implements WireEvent {

        static MessageStart of(Wire.Message message) {
            Wire.Usage usage = new Wire.Usage(message.usage().inputTokens(), /* outputTokens= */ 1);
            Wire.Message empty = new Wire.Message(
                    message.id(), message.type(), message.role(), message.model(), List.of(), null, null, usage);
            return new MessageStart("message_start", empty);
        }
    }

    /** A block of text begins. */
    record BlockStart(
            String type,
            int index,
            @JsonProperty("content_block") Wire.Text block) implements WireEvent {

        static BlockStart ofText() {
            return new BlockStart("content_block_start", 0, new Wire.Text("text", ""));
        }
    }

    /** More of the text. */
    record BlockDelta(String type, int index, Wire.Text delta) implements WireEvent {

        static BlockDelta of(String text) {
            return new BlockDelta("content_block_delta", 0, new Wire.Text("text_delta", text));
        }
    }

    /** The block of text is complete. */
    record BlockStop(String type, int index) implements WireEvent {

        static BlockStop ofText() {
            return new BlockStop("content_block_stop", 0);
        }
    }

    /** Why the message ends, and what it costs. */
    record MessageDelta(String type, Stop delta, Wire.Usage usage) implements WireEvent {

        static MessageDelta of(Wire.Message message) {
            return new MessageDelta(
                    "message_delta", new Stop(message.stopReason(), message.stopSequence()), message.usage());
        }
    }

    /** The inner part of {@link MessageDelta}. */
    record Stop(
            @JsonProperty("stop_reason") @Nullable String stopReason,
            @JsonProperty("stop_sequence") @Nullable String stopSequence) {}

    /** The message is complete. */
    record MessageStop(String type) implements WireEvent {

        MessageStop() {
            this("message_stop");
        }
    }

    /** Nothing new. */
    record Ping(String type) implements WireEvent {

        Ping() {
            this("ping");
        }
    }

    /** The message breaks off. */
    record Failure(String type, Wire.Detail error) implements WireEvent {

        static Failure of(Fault fault) {
            return new Failure("error", new Wire.Detail(fault.type(), "Simulated failure."));
        }
    }
}
