package dev.idem.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.sample.simulator.Bill;
import dev.idem.sample.simulator.Simulator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Why the annotation is there: fifty posts of one prompt, and one call to pay. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Timeout(60)
class DuplicatePromptTest {

    private static final int POSTS = 50;

    @Test
    void concurrentPosts_ofOnePrompt_payOnceAndGetOneAnswer(@Autowired Upstream upstream, @LocalServerPort int port)
            throws Exception {
        Simulator simulator = upstream.simulator();
        simulator.latency(Duration.ofMillis(300));
        Bill before = simulator.bill();
        Posts gateway = Posts.to(port);
        String prompt = Posts.prompt("What is " + UUID.randomUUID() + "?");

        List<CompletableFuture<HttpResponse<String>>> replies =
                Stream.generate(() -> gateway.sendAsync(prompt)).limit(POSTS).toList();

        String first = replies.get(0).get(30, TimeUnit.SECONDS).body();
        for (CompletableFuture<HttpResponse<String>> reply : replies) {
            HttpResponse<String> response = reply.get(30, TimeUnit.SECONDS);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo(first);
        }
        assertThat(simulator.bill().since(before).calls()).isEqualTo(1);
    }
}
