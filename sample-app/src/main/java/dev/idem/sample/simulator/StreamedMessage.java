package dev.idem.sample.simulator;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** An answer, sent token by token. A token is a word here. */
final class StreamedMessage {

    private final Wire.Message message;
    private final Iterator<String> tokens;

    StreamedMessage(Wire.Message message) {
        this.message = message;
        this.tokens = List.of(message.content().get(0).text().split("(?<= )")).iterator();
    }

    void begin(EventStream events) throws IOException {
        events.send(WireEvent.MessageStart.of(message));
        events.send(WireEvent.BlockStart.ofText());
    }

    /** Sends one more token; an empty one when there are no more words. */
    void token(EventStream events) throws IOException {
        events.send(WireEvent.BlockDelta.of(tokens.hasNext() ? tokens.next() : ""));
    }

    /** Sends all the other tokens, and the end. */
    void rest(EventStream events) throws IOException {
        while (tokens.hasNext()) {
            token(events);
        }
        events.send(WireEvent.BlockStop.ofText());
        events.send(WireEvent.MessageDelta.of(message));
        events.send(new WireEvent.MessageStop());
    }
}
