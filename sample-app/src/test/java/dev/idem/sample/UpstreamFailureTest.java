package dev.idem.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.anthropic.client.AnthropicClient;
import com.anthropic.errors.AnthropicException;
import com.anthropic.models.messages.MessageCreateParams;
import com.sun.net.httpserver.HttpServer;
import dev.idem.engine.CallKey;
import dev.idem.engine.Idempotency;
import dev.idem.engine.PolicyOverrides;
import dev.idem.engine.RetryOverrides;
import dev.idem.retry.Resilience4jRetrier;
import dev.idem.retry.RetryClassifier;
import dev.idem.retry.RetryClassifier.Verdict;
import dev.idem.retry.StandardRetryClassifier;
import dev.idem.sample.simulator.Fault;
import dev.idem.sample.simulator.Simulator;
import dev.idem.store.caffeine.CaffeineStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Real failures of real clients, and what the standard classifier says of them. */
@Timeout(60)
class UpstreamFailureTest {

    private static final CallKey KEY = CallKey.of("jobs.submit", "job-1");

    private final RetryClassifier classifier = new StandardRetryClassifier();
    private final HttpServer server;
    private final Deque<Integer> statuses = new ArrayDeque<>();
    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());

    /** Delays of its own would take it minutes. */
    private final Idempotency idempotency = Idempotency.builder()
            .store(new CaffeineStore(1 << 20))
            .retrier(new Resilience4jRetrier())
            .operation(
                    "jobs.submit",
                    PolicyOverrides.NONE.withRetry(RetryOverrides.attempts(3)
                            .withBackoff(Duration.ofMinutes(10))
                            .withMaxBackoff(Duration.ofMinutes(10))))
            .build();

    UpstreamFailureTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/jobs", http -> {
            keys.add(http.getRequestHeaders().getFirst("Idempotency-Key"));
            http.getResponseHeaders().set("Retry-After", "0");
            http.sendResponseHeaders(statuses.remove(), -1);
            http.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        idempotency.close();
        server.stop(0);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jobs";
    }

    private String submit() {
        String key = idempotency.current().orElseThrow().upstreamKey("submit");
        return RestClient.create()
                .post()
                .uri(address())
                .header("Idempotency-Key", key)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .toString();
    }

    @Test
    void serverThatIsBackAfterAWhile_isAskedAgainWithTheSameKey() throws Exception {
        statuses.addAll(List.of(503, 429, 200));

        assertThat(idempotency.call(KEY, String.class, this::submit)).isEqualTo("200 OK");
        assertThat(keys).hasSize(3).doesNotContainNull().containsOnly(keys.get(0));
        assertThat(idempotency.call(KEY, String.class, this::submit)).isEqualTo("200 OK");
        assertThat(keys).as("requests after the replay").hasSize(3);
    }

    @Test
    void serverThatRefuses_isAskedOnce() {
        statuses.addAll(List.of(422, 200));

        assertThatThrownBy(() -> idempotency.call(KEY, String.class, this::submit))
                .isInstanceOf(HttpClientErrorException.UnprocessableEntity.class);
        assertThat(keys).hasSize(1);
    }

    @Test
    void serverThatIsNeverBack_isAskedAsOftenAsDeclared() {
        statuses.addAll(List.of(503, 500, 504, 200));

        assertThatThrownBy(() -> idempotency.call(KEY, String.class, this::submit))
                .isInstanceOf(HttpServerErrorException.GatewayTimeout.class);
        assertThat(keys).hasSize(3);
    }

    @Test
    void serverThatIsNotThere_isWorthAnotherAttempt() {
        server.stop(0);

        Throwable spring = catchThrowable(
                () -> RestClient.create().get().uri(address()).retrieve().toBodilessEntity());
        assertThat(spring).isInstanceOf(ResourceAccessException.class);
        assertThat(classifier.classify(spring)).isEqualTo(Verdict.RETRY);
        Throwable java = catchThrowable(() -> get(Duration.ofSeconds(30)));
        assertThat(java).isInstanceOf(IOException.class);
        assertThat(classifier.classify(java)).isEqualTo(Verdict.RETRY);
    }

    @Test
    void serverThatHangs_isWorthAnotherAttempt() {
        server.createContext("/jobs/slow", http -> {});

        assertThat(classifier.classify(catchThrowable(() -> get(Duration.ofMillis(50)))))
                .isEqualTo(Verdict.RETRY);
    }

    private void get(Duration timeout) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/slow"))
                .timeout(timeout)
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }

    @ParameterizedTest
    @CsvSource({"RATE_LIMITED, 1", "SERVER_ERROR,", "OVERLOADED,", "CUT_AFTER_WORK,"})
    void modelClient_failsWithWhatIsWorthAnotherAttempt(Fault fault, Integer retryAfter) {
        Verdict expected = retryAfter == null ? Verdict.RETRY : Verdict.retryAfter(Duration.ofSeconds(retryAfter));

        assertThat(classifier.classify(failureOfTheModelClient(100, fault))).isEqualTo(expected);
    }

    @Test
    void modelClient_thatIsRefused_isNotTriedAgain() {
        assertThat(classifier.classify(failureOfTheModelClient(0))).isEqualTo(Verdict.NEVER);
    }

    private static Throwable failureOfTheModelClient(int maxTokens, Fault... faults) {
        MessageCreateParams hello = MessageCreateParams.builder()
                .model("claude-sonnet-4-6")
                .maxTokens(maxTokens)
                .addUserMessage("hello")
                .build();
        try (Simulator simulator = Simulator.start()) {
            AnthropicClient client = new Upstream(simulator.address().toString(), "none", null).client();
            simulator.failNext(faults);
            Throwable failure = catchThrowable(() -> client.messages().create(hello));
            client.close();
            assertThat(failure).isInstanceOf(AnthropicException.class);
            return failure;
        }
    }
}
