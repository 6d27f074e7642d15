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
        return send("/api/messages", body);
    }

    HttpResponse<String> send(String path, String body) throws IOException, InterruptedException {
        return http.send(request(path, body), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> sendAsync(String body) {
        return http.sendAsync(request("/api/messages", body), BodyHandlers.ofString());
    }

    /** Asks for the answer as it is written. */
    StreamedReply stream(String body) {
        return new StreamedReply(http.sendAsync(request("/api/messages/stream", body), BodyHandlers.ofInputStream()));
    }

    private HttpRequest request(String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
