package dev.idem.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idem.sample.simulator.Bill;
import dev.idem.sample.simulator.Fault;
import dev.idem.sample.simulator.HeldReply;
import dev.idem.sample.simulator.Simulator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Several prompts in one request: each is paid for once. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Timeout(60)
class BatchTest {

    private final String first = "What is " + UUID.randomUUID() + "?";
    private final String second = "What is " + UUID.randomUUID() + "?";

    @Autowired
    private ObjectMapper json;

    private Simulator simulator;
    private Bill before;
    private Posts gateway;

    @BeforeEach
    void connect(@Autowired Upstream upstream, @LocalServerPort int port) {
        simulator = upstream.simulator();
        simulator.latency(Duration.ZERO);
        before = simulator.bill();
        gateway = Posts.to(port);
    }

    private long calls() {
        return simulator.bill().since(before).calls();
    }

    private static String batch(String... prompts) {
        return """
                {"model": "claude-sonnet-4-6", "maxTokens": 256, "prompts": ["%s"]}
                """.formatted(String.join("\", \"", prompts));
    }

    private List<String> answers(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).isEqualTo(200);
        return json.readTree(response.body()).findValuesAsText("id");
    }

    @Test
    void laterBatch_sendsOnlyWhatIsMissing() throws Exception {
        List<String> alone = answers(gateway.send("/api/batch", batch(first)));

        List<String> both = answers(gateway.send("/api/batch", batch(second, first, second)));

        assertThat(both).hasSize(3);
        assertThat(both.get(1)).isEqualTo(alone.get(0));
        assertThat(both.get(0)).isEqualTo(both.get(2)).isNotEqualTo(alone.get(0));
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void failureInTheMiddle_keepsWhatWasAnsweredBefore() throws Exception {
        HeldReply held = simulator.holdNext();
        simulator.failNext(Fault.OVERLOADED);
        CompletableFuture<HttpResponse<String>> failed =
                CompletableFuture.supplyAsync(() -> send(batch(first, second)));
        assertThat(held.awaitArrival(Duration.ofSeconds(30))).isTrue();
        held.release();
        assertThat(failed.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(529);
        assertThat(calls()).isEqualTo(2);

        List<String> answers = answers(gateway.send("/api/batch", batch(first, second)));

        assertThat(answers).hasSize(2).doesNotHaveDuplicates();
        assertThat(calls()).isEqualTo(3);
    }

    private HttpResponse<String> send(String batch) {
        try {
            return gateway.send("/api/batch", batch);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"model\": \"m\", \"maxTokens\": 5}",
                "{\"model\": \"m\", \"maxTokens\": 5, \"prompts\": [null]}"
            })
    void batchWithoutPrompts_isRefused(String batch) throws Exception {
        HttpResponse<String> response = gateway.send("/api/batch", batch);

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode problem = json.readTree(response.body());
        assertThat(problem.path("detail").asText()).contains("missing");
        assertThat(calls()).isZero();
    }
}
