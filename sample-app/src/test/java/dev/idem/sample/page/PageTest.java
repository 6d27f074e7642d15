package dev.idem.sample.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idem.sample.SampleApplication;
import dev.idem.sample.simulator.Bill;
import dev.idem.sample.simulator.HeldReply;
import dev.idem.sample.simulator.Simulator;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the page is fed with, over real HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = SampleApplication.class)
@Timeout(60)
class PageTest {

    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"#:]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String question = "What is " + UUID.randomUUID() + "?";

    @Autowired
    private Simulator simulator;

    @Autowired
    private ObjectMapper json;

    @LocalServerPort
    private int port;

    private Bill before;

    @BeforeEach
    void remember() {
        simulator.latency(Duration.ZERO);
        before = simulator.bill();
    }

    private long calls() {
        return simulator.bill().since(before).calls();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return http.send(
                request(path).method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private String prompt(String more) {
        return """
                {"model": "claude-sonnet-4-6", "maxTokens": 256, %s
                 "messages": [{"role": "user", "content": "%s"}]}
                """.formatted(more, question);
    }

    /** The first snapshot that is as wanted. */
    private JsonNode awaitSnapshot(Predicate<JsonNode> wanted) throws Exception {
        HttpResponse<InputStream> events = http.send(request("/page/events").build(), BodyHandlers.ofInputStream());
        assertThat(events.statusCode()).isEqualTo(200);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
            while (true) {
                String line = lines.readLine();
                assertThat(line).as("an event").isNotNull();
                if (line.startsWith("data:")) {
                    JsonNode snapshot = json.readTree(line.substring("data:".length()));
                    if (wanted.test(snapshot)) {
                        return snapshot;
                    }
                }
            }
        }
    }

    /** What the page shows of this test's prompt. */
    private JsonNode record(JsonNode snapshot) {
        for (JsonNode record : snapshot.path("records")) {
            if (record.path("prompt").asText().equals(question)) {
                return record;
            }
        }
        return json.missingNode();
    }

    private JsonNode awaitRecord(String state) throws Exception {
        return record(awaitSnapshot(
                snapshot -> record(snapshot).path("state").asText().equals(state)));
    }

    @Test
    void page_andAllThatItNames_areServed() throws Exception {
        HttpResponse<String> page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        List<String> references = REFERENCE
                .matcher(page.body())
                .results()
                .map(MatchResult::group)
                .map(reference -> REFERENCE.matcher(reference).replaceAll("$1"))
                .filter(reference -> !reference.startsWith("data"))
                .toList();
        assertThat(references).hasSize(3);
        for (String reference : references) {
            assertThat(get("/" + reference).statusCode()).as(reference).isEqualTo(200);
        }
    }

    @Test
    void duplicate_isCountedAsSaved() throws Exception {
        JsonNode totals = awaitSnapshot(snapshot -> true).path("totals");
        send("POST", "/api/messages", prompt(""));
        send("POST", "/api/messages", prompt(""));

        JsonNode later = awaitSnapshot(
                snapshot -> snapshot.path("totals").path("requests").asLong()
                                == totals.path("requests").asLong() + 2
                        && !snapshot.path("totals").path("saved").equals(totals.path("saved")));

        Bill bill = simulator.bill().since(before);
        assertThat(later.path("totals").path("calls").asLong())
                .isEqualTo(totals.path("calls").asLong() + 1);
        assertThat(later.path("totals").path("tokensSaved").asLong())
                .isEqualTo(totals.path("tokensSaved").asLong() + bill.tokens());
        assertThat(later.path("totals").path("saved").decimalValue())
                .isEqualByComparingTo(totals.path("saved").decimalValue().add(bill.amount()));
        JsonNode answers = later.path("answers");
        assertThat(answers.get(answers.size() - 2).path("kind").asText()).isEqualTo("RAN");
        assertThat(answers.get(answers.size() - 1).path("kind").asText()).isEqualTo("REPLAYED");
    }

    @ParameterizedTest
    @CsvSource({"'', ANSWERED", "'\"temperature\": 0,', ANSWERED"})
    void record_isFoundByTheKeyOfTheAnnotation(String more, String state) throws Exception {
        send("POST", "/api/messages", prompt(more));

        JsonNode record = awaitRecord(state);

        assertThat(record.path("rest").asLong()).isBetween(86_300L, 86_400L);
        assertThat(record.path("age").asLong()).isBetween(0L, 60L);
    }

    @Test
    void callUnderWay_isShownWithItsCallers() throws Exception {
        HeldReply held = simulator.holdNext();
        HttpRequest post = request("/api/messages")
                .POST(BodyPublishers.ofString(prompt("")))
                .build();
        CompletableFuture<HttpResponse<String>> first = http.sendAsync(post, BodyHandlers.ofString());
        CompletableFuture<HttpResponse<String>> second = http.sendAsync(post, BodyHandlers.ofString());

        JsonNode snapshot =
                awaitSnapshot(now -> now.path("waiting").path(0).path("callers").asInt() == 2);

        assertThat(snapshot.path("waiting").path(0).path("prompt").asText()).isEqualTo(question);
        assertThat(awaitRecord("IN_PROGRESS").path("rest").asLong()).isPositive();
        held.release();
        assertThat(first.get(30, TimeUnit.SECONDS).body())
                .isEqualTo(second.get(30, TimeUnit.SECONDS).body());
        assertThat(awaitSnapshot(now -> now.path("waiting").isEmpty())).isNotNull();
    }

    @Test
    void evict_endsTheRecord() throws Exception {
        send("POST", "/api/messages", prompt(""));
        String key = awaitRecord("ANSWERED").path("key").asText();

        HttpResponse<String> evicted = send("DELETE", "/page/records/" + key, "");

        assertThat(evicted.body()).isEqualTo("{\"evicted\":true}");
        awaitRecord("ABSENT");
        assertThat(send("DELETE", "/page/records/" + key, "").body()).isEqualTo("{\"evicted\":false}");
        send("POST", "/api/messages", prompt(""));
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void crowd_getsOneAnswer() throws Exception {
        HttpResponse<String> outcome = send("POST", "/page/crowd", "{\"copies\": 20, \"prompt\": " + prompt("") + "}");

        assertThat(json.readTree(outcome.body()).path("ids")).hasSize(1);
        assertThat(json.readTree(outcome.body()).path("failures")).isEmpty();
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void brokenModel_failsAsOftenAsAsked() throws Exception {
        send("PUT", "/page/model", "{\"latencyMillis\": 0, \"failures\": 1}");
        awaitSnapshot(snapshot -> snapshot.path("model").path("failures").asInt() == 1);

        assertThat(send("POST", "/api/messages", prompt("")).statusCode()).isEqualTo(529);
        assertThat(send("POST", "/api/messages", prompt("")).statusCode()).isEqualTo(200);
        awaitSnapshot(snapshot -> snapshot.path("model").path("failures").asInt() == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /page/model, '{\"latencyMillis\": -1, \"failures\": 0}'",
        "PUT, /page/model, '{\"latencyMillis\": 60001, \"failures\": 0}'",
        "PUT, /page/model, '{\"latencyMillis\": 0, \"failures\": 11}'",
        "POST, /page/crowd, '{\"copies\": 5}'",
    })
    void wishBeyondItsBounds_isRefused(String method, String path, String body) throws Exception {
        assertThat(send(method, path, body).statusCode()).isEqualTo(400);
        assertThat(calls()).isZero();
    }

    @Test
    void crowdBeyondItsBounds_isRefused() throws Exception {
        String crowd = "{\"copies\": 101, \"prompt\": " + prompt("") + "}";

        assertThat(send("POST", "/page/crowd", crowd).statusCode()).isEqualTo(400);
        assertThat(calls()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"/page/drill", "/page/crowd"})
    void formOfAnotherSite_isRefused(String path) throws Exception {
        HttpRequest form = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"))
                .build();

        assertThat(http.send(form, BodyHandlers.ofString()).statusCode()).isEqualTo(415);
    }
}
