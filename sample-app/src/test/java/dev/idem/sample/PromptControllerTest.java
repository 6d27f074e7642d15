package dev.idem.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idem.sample.simulator.Fault;
import dev.idem.sample.simulator.Simulator;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The gateway over real HTTP, in front of the simulator. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class PromptControllerTest {

    private final String prompt = Posts.prompt("What is " + UUID.randomUUID() + "?");

    @Autowired
    private ObjectMapper json;

    private Simulator simulator;
    private Posts gateway;

    @BeforeEach
    void connect(@Autowired Upstream upstream, @LocalServerPort int port) {
        simulator = upstream.simulator();
        gateway = Posts.to(port);
    }

    @Test
    void prompt_isAnsweredByTheModel() throws Exception {
        HttpResponse<String> response = gateway.send(prompt);

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode completion = json.readTree(response.body());
        assertThat(completion.path("id").asText()).startsWith("msg_simulated_");
        assertThat(completion.path("model").asText()).isEqualTo("claude-sonnet-4-6");
        assertThat(completion.path("text").path(0).asText()).isNotBlank();
        assertThat(completion.path("stopReason").asText()).isEqualTo("end_turn");
        assertThat(completion.path("usage").path("outputTokens").asLong()).isEqualTo(120);
    }

    @Test
    void rateLimit_isPassedOnWithItsRetryAfter() throws Exception {
        simulator.failNext(Fault.RATE_LIMITED);

        HttpResponse<String> response = gateway.send(prompt);

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void serverErrorsOfTheModel_arePassedOn() throws Exception {
        simulator.failNext(Fault.SERVER_ERROR, Fault.OVERLOADED);

        assertThat(gateway.send(prompt).statusCode()).isEqualTo(500);
        assertThat(gateway.send(prompt).statusCode()).isEqualTo(529);
    }

    @Test
    void lostReplyOfTheModel_isABadGateway() throws Exception {
        simulator.failNext(Fault.CUT_AFTER_WORK);

        assertThat(gateway.send(prompt).statusCode()).isEqualTo(502);
    }

    @Test
    void invalidPrompt_isRefusedWithItsReason() throws Exception {
        HttpResponse<String> response =
                gateway.send("{\"model\": \"m\", \"maxTokens\": 0, \"messages\": [{\"role\": \"user\"}]}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("a message needs content");
    }

    @Test
    void refusals_neitherRepeatNorLogWhatWasSent(CapturedOutput output) throws Exception {
        String unknownRole =
                "{\"model\": \"m\", \"maxTokens\": 1, \"messages\": [{\"role\": \"secret-1\", \"content\": \"secret-2\"}]}";

        HttpResponse<String> wrongRole = gateway.send(unknownRole);
        HttpResponse<String> noJson = gateway.send("secret-3");
        simulator.failNext(Fault.OVERLOADED);
        HttpResponse<String> overloaded = gateway.send(Posts.prompt("secret-4"));

        assertThat(wrongRole.statusCode()).isEqualTo(400);
        assertThat(noJson.statusCode()).isEqualTo(400);
        assertThat(wrongRole.body() + noJson.body() + overloaded.body()).doesNotContain("secret");
        assertThat(output.getAll()).doesNotContain("secret");
    }

    @Test
    void conversation_reachesTheModelWithEveryTurn() throws Exception {
        long oneTurn = inputTokens(prompt);

        long threeTurns = inputTokens("""
                {"model": "claude-sonnet-4-6", "maxTokens": 256, "temperature": 1.0, "messages": [
                  {"role": "user", "content": "What is the first of two things that you think of at %1$s?"},
                  {"role": "assistant", "content": "The first of the two things I think of at %1$s is water."},
                  {"role": "user", "content": "And which is the second of the two things?"}]}
                """.formatted(UUID.randomUUID()));

        assertThat(threeTurns).isGreaterThan(2 * oneTurn);
    }

    private long inputTokens(String body) throws Exception {
        return json.readTree(gateway.send(body).body())
                .path("usage")
                .path("inputTokens")
                .asLong();
    }
}
