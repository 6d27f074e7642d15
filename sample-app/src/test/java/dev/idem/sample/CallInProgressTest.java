package dev.idem.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.sample.simulator.HeldReply;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A gateway that is told not to let duplicates wait. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "idem.operations[prompts.complete].lock-wait=0s")
@Timeout(60)
class CallInProgressTest {

    @Test
    void duplicateOfARunningCall_isToldToComeBack_andThenGetsItsAnswer(
            @Autowired Upstream upstream, @LocalServerPort int port) throws Exception {
        Posts gateway = Posts.to(port);
        String prompt = Posts.prompt("What is " + UUID.randomUUID() + "?");
        HeldReply held = upstream.simulator().holdNext();
        CompletableFuture<HttpResponse<String>> running = gateway.sendAsync(prompt);
        try {
            assertThat(held.awaitArrival(Duration.ofSeconds(20))).isTrue();

            HttpResponse<String> duplicate = gateway.send(prompt);

            assertThat(duplicate.statusCode()).isEqualTo(409);
            assertThat(duplicate.body()).contains("urn:idem:problem:in-progress");
            assertThat(duplicate.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 30L);
        } finally {
            held.release();
        }
        String answer = running.get(20, TimeUnit.SECONDS).body();
        assertThat(gateway.send(prompt).body()).isEqualTo(answer);
    }
}
