package dev.idem.sample.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.idem.sample.PromptRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A client of the gateways: sends to one after the other, as a load balancer would, and counts. */
public final class Client {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile List<URI> gateways;
    private final Queue<CompletableFuture<Reply>> sent = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();

    /**
     * Makes a client.
     *
     * @param gateways where to post to, in turn
     */
    public Client(List<URI> gateways) {
        this.gateways = gateways;
    }

    int requests() {
        return requests.get();
    }

    Reply post(PromptRequest prompt) throws IOException, InterruptedException {
        return reply(http.send(next(prompt), BodyHandlers.ofString()));
    }

    /** Sends without waiting. The future fails if there is no reply. */
    public CompletableFuture<Reply> postAsync(PromptRequest prompt) {
        CompletableFuture<Reply> reply =
                http.sendAsync(next(prompt), BodyHandlers.ofString()).thenApply(Client::reply);
        sent.add(reply);
        return reply;
    }

    /** Waits until nothing that was sent is under way any more, answered or not. */
    void awaitAll() {
        sent.forEach(reply -> reply.handle((answer, failure) -> answer).join());
    }

    /** Sends the prompt and hangs up when the reply begins to arrive. Gives the reply's status. */
    int postAndHangUp(PromptRequest prompt) throws IOException, InterruptedException {
        BodyHandler<InputStream> unread = BodyHandlers.ofInputStream();
        HttpResponse<InputStream> response = http.send(next(prompt), unread);
        response.body().close();
        return response.statusCode();
    }

    /** Sends nothing to the first gateway any more. */
    void forgetFirst() {
        gateways = gateways.subList(1, gateways.size());
    }

    private HttpRequest next(PromptRequest prompt) {
        List<URI> known = gateways;
        URI gateway = known.get(requests.getAndIncrement() % known.size());
        return HttpRequest.newBuilder(gateway)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json(prompt)))
                .build();
    }

    private static String json(PromptRequest prompt) {
        try {
            return JSON.writeValueAsString(prompt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reply reply(HttpResponse<String> response) {
        return new Reply(response.statusCode(), response.headers().firstValue("Retry-After"), response.body());
    }
}
