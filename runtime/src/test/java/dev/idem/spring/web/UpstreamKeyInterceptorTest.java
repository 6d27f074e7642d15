package dev.idem.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.idem.engine.CallKey;
import dev.idem.engine.Idempotency;
import dev.idem.store.caffeine.CaffeineStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;

/** What a server gets to see of the calls that send it requests. */
final class UpstreamKeyInterceptorTest {

    private static final CallKey KEY = CallKey.of("payments.charge", "payment-1");

    private final Idempotency idempotency =
            Idempotency.builder().store(new CaffeineStore(1 << 20)).build();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private RestClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        client = RestClient.builder()
                .baseUrl("http://localhost:" + server.getAddress().getPort())
                .requestInterceptor(new UpstreamKeyInterceptor(idempotency))
                .build();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        idempotency.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        keys.add(Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Idempotency-Key"), "none"));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private void send(HttpMethod method, String path) {
        client.method(method).uri(path).retrieve().toBodilessEntity();
    }

    private List<String> keysOf(Runnable work) throws Exception {
        keys.clear();
        idempotency.evict("payments.charge", "payment-1");
        idempotency.call(KEY, Void.class, () -> {
            work.run();
            return null;
        });
        return List.copyOf(keys);
    }

    @Test
    void requestOfACall_hasTheSameKeyWhenTheCallIsRunAgain() throws Exception {
        List<String> first = keysOf(() -> send(HttpMethod.POST, "/charges"));
        List<String> second = keysOf(() -> send(HttpMethod.POST, "/charges"));

        assertThat(first).hasSize(1).allMatch(key -> key.matches("\"ik_[0-9a-f]{32}\""));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void requestsOfOneCall_haveTheirOwnKeysByMethodAndPath() throws Exception {
        assertThat(keysOf(() -> {
                    send(HttpMethod.POST, "/charges");
                    send(HttpMethod.POST, "/receipts");
                    send(HttpMethod.DELETE, "/receipts");
                    send(HttpMethod.PUT, "/receipts");
                    send(HttpMethod.PATCH, "/receipts");
                }))
                .hasSize(5)
                .doesNotHaveDuplicates()
                .doesNotContain("none");
    }

    @Test
    void requestThatChangesNothing_hasNone() throws Exception {
        assertThat(keysOf(() -> {
                    send(HttpMethod.GET, "/charges");
                    send(HttpMethod.HEAD, "/charges");
                    send(HttpMethod.OPTIONS, "/charges");
                }))
                .containsExactly("none", "none", "none");
    }

    @Test
    void requestWithAKeyOfItsOwn_keepsIt() throws Exception {
        assertThat(keysOf(() -> client.post()
                        .uri("/charges")
                        .header("Idempotency-Key", "mine")
                        .retrieve()
                        .toBodilessEntity()))
                .containsExactly("mine");
    }

    @Test
    void requestOutsideOfCalls_hasNone() {
        send(HttpMethod.POST, "/charges");
        assertThat(keys).containsExactly("none");
    }
}
