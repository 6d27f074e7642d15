package dev.idem.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Test helper: posts to a running gateway over real HTTP. */
record Posts(HttpClient http, int port) {

    static Posts to(int port) {
        return new Posts(HttpClient.newHttpClient(), port);
    }

    /** A prompt as clients write it. */
    static String prompt(String question) {
        return """
                {"model": "claude-sonnet-4-6", "maxTokens": 256, "messages": [{"role": "user", "content": "%s"}]}
                """.formatted(question);
    }

    HttpResponse<String> send(String body) throws IOException, InterruptedException {
        return http.send(request(body), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> sendAsync(String body) {
        return http.sendAsync(request(body), BodyHandlers.ofString());
    }

    private HttpRequest request(String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/messages"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
