package dev.idem.sample;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Test helper: an answer of the gateway, read as it arrives. */
final class StreamedReply implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DATA = "data:";
    private static final String ERROR = "event:error";

    private final CompletableFuture<BufferedReader> lines;
    private boolean failed;

    StreamedReply(CompletableFuture<HttpResponse<InputStream>> response) {
        this.lines = response.thenApply(
                reply -> new BufferedReader(new InputStreamReader(reply.body(), StandardCharsets.UTF_8)));
    }

    /** Waits for the next part; empty at the end, whether that is a good one or not. */
    Optional<Delta> next() throws Exception {
        BufferedReader reader = lines.get(20, TimeUnit.SECONDS);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            failed |= line.equals(ERROR);
            if (line.startsWith(DATA) && !failed) {
                return Optional.of(JSON.readValue(line.substring(DATA.length()), Delta.class));
            }
        }
        return Optional.empty();
    }

    /** Whether the gateway said that the answer broke off. */
    boolean failed() {
        return failed;
    }

    /** Waits for the next part and gives its text. */
    String nextText() throws Exception {
        return next().orElseThrow().text();
    }

    /** Waits for all the other parts. */
    List<Delta> rest() throws Exception {
        List<Delta> parts = new ArrayList<>();
        for (Optional<Delta> part = next(); part.isPresent(); part = next()) {
            parts.add(part.get());
        }
        return parts;
    }

    /** Hangs up. */
    @Override
    public void close() throws IOException {
        lines.join().close();
    }
}
