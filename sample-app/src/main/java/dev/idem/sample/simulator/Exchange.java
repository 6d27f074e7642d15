package dev.idem.sample.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;

/** One HTTP request and its reply, in JSON or as events. Without a reply, or after a failure, the connection is cut. */
final class Exchange {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpExchange http;

    private Exchange(HttpExchange http) {
        this.http = http;
    }

    /** What happens on one path. */
    @FunctionalInterface
    interface Endpoint {
        void handle(Exchange exchange) throws IOException, InterruptedException;
    }

    static HttpHandler handler(String method, Endpoint endpoint) {
        return http -> {
            Exchange exchange = new Exchange(http);
            try {
                if (http.getRequestMethod().equals(method)) {
                    endpoint.handle(exchange);
                } else {
                    exchange.refuse(405, "invalid_request_error", "Only " + method + " is known here.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            http.close(); // After a failure the server cuts the connection; closing would end a stream well.
        };
    }

    /** The request's body; missing for anything that is not JSON. */
    JsonNode body() throws IOException {
        byte[] bytes = http.getRequestBody().readAllBytes();
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    void header(String name, String value) {
        http.getResponseHeaders().set(name, value);
    }

    void reply(int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        header("content-type", "application/json");
        http.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = http.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** Begins a reply of server-sent events. Closing it ends the reply. */
    EventStream events() throws IOException {
        header("content-type", "text/event-stream; charset=utf-8");
        http.sendResponseHeaders(200, /* responseLength= */ 0); // unknown: chunks
        return new EventStream(JSON, http.getResponseBody());
    }

    /** An error in the vendor's form. */
    void refuse(int status, String type, String message) throws IOException {
        reply(status, new Wire.Failure(type, message));
    }
}
