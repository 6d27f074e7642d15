package dev.idem.sample.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A client that pays, and pays again because it did not hear the answer. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Timeout(60)
class PaymentControllerTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String key = "\"" + UUID.randomUUID() + "\"";

    @Autowired
    private CardNetwork cards;

    @LocalServerPort
    private int port;

    private int before;

    @BeforeEach
    void count() {
        before = cards.requests();
    }

    @Test
    void payment_sentTwice_isChargedOnce() throws Exception {
        HttpResponse<String> first = pay(key, "4242424242424242", 500);
        HttpResponse<String> second = pay(key, "4242424242424242", 500);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(cards.requests() - before).isEqualTo(1);
    }

    @Test
    void declinedCard_isNotTriedAgain() throws Exception {
        HttpResponse<String> first = pay(key, CardNetwork.DECLINED_CARD, 500);
        HttpResponse<String> second = pay(key, CardNetwork.DECLINED_CARD, 500);

        assertThat(first.statusCode()).isEqualTo(402);
        assertThat(second.statusCode()).isEqualTo(402);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(cards.requests() - before).isEqualTo(1);
    }

    @Test
    void key_usedForAnotherPayment_isRefused() throws Exception {
        pay(key, "4242424242424242", 500);

        HttpResponse<String> other = pay(key, "4242424242424242", 700);

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("urn:idem:problem:key-reused").doesNotContain("4242");
        assertThat(cards.requests() - before).isEqualTo(1);
    }

    private HttpResponse<String> pay(String key, String card, long cents) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/payments"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString("{\"card\": \"%s\", \"cents\": %d}".formatted(card, cents)))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
