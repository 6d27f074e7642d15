package dev.idem.sample.simulator;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Server-sent events on their way to one client, each sent at once. */
final class EventStream {

    private final JsonMapper json;
    private final OutputStream out;
    private boolean broken;

    EventStream(JsonMapper json, OutputStream out) {
        this.json = json;
        this.out = out;
    }

    /** Fails, now or at one of the next events, when the client has hung up. */
    void send(WireEvent event) throws IOException {
        String text = "event: " + event.type() + "\ndata: " + json.writeValueAsString(event) + "\n\n";
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    /** Whether the client was seen to have hung up. */
    boolean isBroken() {
        return broken;
    }
}
