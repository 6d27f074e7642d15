package dev.idem.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idem.StoreUnavailableException;
import dev.idem.it.Work;
import dev.idem.store.OutcomeUnknown;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What draft-ietf-httpapi-idempotency-key-header-07 says that clients see, and what we promise beyond it, over real HTTP.
 * Subclasses are the stacks.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
public abstract class HttpContract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIVE = "{\"account\":\"ada-secret\",\"cents\":5}";
    private static final String SIX = "{\"account\":\"ada-secret\",\"cents\":6}";
    private static final String DECLINED = "{\"account\":\"ada-secret\",\"cents\":-1}";

    private WebServer server;
    private int runsBefore;

    /** Starts a server with the controller of this stack and these beans. */
    abstract WebServer start(List<Class<?>> beans, String... properties);

    @BeforeAll
    final void startServer() {
        server = start(List.of());
    }

    @AfterAll
    final void stopServer() {
        server.close();
    }

    @BeforeEach
    final void reset() {
        server.work().becomes(() -> "");
        runsBefore = server.work().runs();
    }

    // 2.6: first time request, duplicate request

    @Test
    final void firstRequest_isProcessedNormally() throws Exception {
        HttpResponse<String> response = charge(newKey(), FIVE);

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(JSON.readTree(response.body()).path("cents").asInt()).isEqualTo(5);
        assertThat(header(response, "Set-Cookie")).containsExactly("session=secret");
        assertThat(header(response, "Idempotent-Replayed")).isEmpty();
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    final void retryAfterCompletion_getsTheResultOfTheFirst_withItsStatusAndHeaders() throws Exception {
        String key = newKey();
        HttpResponse<String> first = charge(key, FIVE);

        HttpResponse<String> retry = charge(key, FIVE);

        assertThat(retry.statusCode()).isEqualTo(201);
        assertThat(retry.body()).isEqualTo(first.body());
        assertThat(header(retry, "Location"))
                .isEqualTo(header(first, "Location"))
                .isNotEmpty();
        assertThat(header(retry, "Content-Type")).isEqualTo(header(first, "Content-Type"));
        assertThat(header(retry, "Idempotent-Replayed")).containsExactly("true");
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    final void retryAfterCompletion_getsNoCookiesAndNothingElseOfTheFirstExchange() throws Exception {
        String key = newKey();
        charge(key, FIVE);

        HttpResponse<String> retry = charge(key, FIVE);

        assertThat(header(retry, "Set-Cookie")).isEmpty();
        assertThat(header(retry, "X-Trace")).isEmpty();
    }

    @Test
    final void retryOfAnErrorThatIsAnOutcome_getsTheSameError() throws Exception {
        String key = newKey();
        HttpResponse<String> first = charge(key, DECLINED);

        HttpResponse<String> retry = charge(key, DECLINED);

        assertThat(first.statusCode()).isEqualTo(402);
        assertThat(header(first, "Idempotent-Replayed")).isEmpty();
        assertThat(retry.statusCode()).isEqualTo(402);
        assertThat(header(retry, "Idempotent-Replayed")).containsExactly("true");
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    final void retryOfAFailure_isProcessed() throws Exception {
        String key = newKey();
        server.work().becomes(() -> {
            throw new IllegalStateException("broken");
        });
        assertThat(charge(key, FIVE).statusCode()).isEqualTo(500);
        server.work().becomes(() -> "");

        HttpResponse<String> retry = charge(key, FIVE);

        assertThat(retry.statusCode()).isEqualTo(201);
        assertThat(header(retry, "Idempotent-Replayed")).isEmpty();
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    final void sameKeyOfAnotherOperation_isAnotherRequest() throws Exception {
        String key = newKey();
        charge(key, FIVE);

        assertThat(header(server.post("/waiting", FIVE, "Idempotency-Key", key), "Idempotent-Replayed"))
                .isEmpty();
        assertThat(runs()).isEqualTo(2);
    }

    // 2.6 and 2.7: concurrent request

    @Test
    final void concurrentRequest_isAConflict_thatSaysWhenToComeBack() throws Exception {
        String key = newKey();
        try (HeldWork held = new HeldWork(server.work())) {
            CompletableFuture<HttpResponse<String>> first = server.postAsync("/charges", FIVE, "Idempotency-Key", key);
            held.awaitRun();

            HttpResponse<String> concurrent = charge(key, FIVE);

            assertProblem(concurrent, 409, "in-progress", "/charges");
            assertThat(concurrent.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 30L);
            held.release();
            HttpResponse<String> answer = first.get(30, TimeUnit.SECONDS);
            assertThat(charge(key, FIVE).body()).isEqualTo(answer.body());
        }
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    final void concurrentRequest_withOtherContent_isUnprocessable() throws Exception {
        String key = newKey();
        try (HeldWork held = new HeldWork(server.work())) {
            CompletableFuture<HttpResponse<String>> first = server.postAsync("/charges", FIVE, "Idempotency-Key", key);
            held.awaitRun();

            assertProblem(charge(key, SIX), 422, "key-reused", "/charges");

            held.release();
            assertThat(first.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        }
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    final void concurrentRequest_thatMayWait_getsTheAnswerOfTheFirst() throws Exception {
        String key = newKey();
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (HeldWork held = new HeldWork(server.work())) {
            CompletableFuture<HttpResponse<String>> first = server.postAsync("/waiting", FIVE, "Idempotency-Key", key);
            held.awaitRun();
            CompletableFuture<HttpResponse<String>> second = server.postAsync("/waiting", FIVE, "Idempotency-Key", key);
            held.release();
            answers.add(first.get(30, TimeUnit.SECONDS));
            answers.add(second.get(30, TimeUnit.SECONDS));
        }
        assertThat(answers)
                .extracting(HttpResponse::body)
                .containsOnly(answers.get(0).body());
        assertThat(header(answers.get(0), "Idempotent-Replayed")).isEmpty();
        assertThat(header(answers.get(1), "Idempotent-Replayed")).containsExactly("true");
        assertThat(runs()).isEqualTo(1);
    }

    // 2.7: missing, malformed, reused

    @ParameterizedTest
    @ValueSource(strings = {"/charges", "/waiting", "/silent", "/mono", "/flux", "/stage", "/traced"})
    final void requestWithoutKey_isBad(String path) throws Exception {
        assertProblem(server.post(path, FIVE, "X-Client", "c"), 400, "key-missing", path);
        assertThat(runs()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", " ", ""})
    final void requestWithAnEmptyKey_isBad(String empty) throws Exception {
        assertProblem(charge(empty, FIVE), 400, "key-missing", "/charges");
        assertThat(runs()).isZero();
    }

    static Stream<Arguments> malformed() throws IOException {
        return headers()
                .filter(header -> header.path("lenient").isNull())
                .map(header -> header.path("raw").asText())
                .filter(raw -> !raw.equals("\"\"") && raw.chars().allMatch(c -> c >= ' ' && c <= '~'))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    final void requestWithAMalformedKey_isBad(String raw) throws Exception {
        assertProblem(charge(raw, FIVE), 400, "key-malformed", "/charges");
        assertProblem(server.post("/silent", FIVE, "Idempotency-Key", raw), 400, "key-malformed", "/silent");
        assertThat(runs()).isZero();
    }

    @Test
    final void requestWithTwoKeys_isBad() throws Exception {
        HttpResponse<String> response =
                server.post("/silent", FIVE, "Idempotency-Key", newKey(), "Idempotency-Key", newKey());

        assertProblem(response, 400, "key-malformed", "/silent");
        assertThat(runs()).isZero();
    }

    @Test
    final void requestWithABadKey_isRefusedBeforeItsBodyIsRead() throws Exception {
        assertProblem(server.post("/charges", "no JSON"), 400, "key-missing", "/charges");
    }

    static Stream<Arguments> wellFormed() throws IOException {
        return headers()
                .filter(header -> !header.path("lenient").isNull())
                .map(header -> Arguments.of(
                        header.path("raw").asText(), header.path("lenient").asText()));
    }

    @ParameterizedTest
    @MethodSource("wellFormed")
    final void wellFormedKey_isEchoedInItsStandardForm(String raw, String key) throws Exception {
        HttpResponse<String> response = charge(raw, FIVE);

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(header(response, "Idempotency-Key")).containsExactly("\"" + key.replace("\\", "\\\\") + "\"");
    }

    @Test
    final void keyInBothSpellings_isOneKey() throws Exception {
        String key = newKey();
        charge(key, FIVE);

        HttpResponse<String> quoted = charge("\"" + key + "\"", FIVE);

        assertThat(header(quoted, "Idempotent-Replayed")).containsExactly("true");
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    final void keyReusedWithOtherContent_isUnprocessable() throws Exception {
        String key = newKey();
        charge(key, FIVE);

        HttpResponse<String> reused = charge(key, SIX);

        assertProblem(reused, 422, "key-reused", "/charges");
        assertThat(header(reused, "Idempotency-Key")).containsExactly("\"" + key + "\"");
        assertThat(runs()).isEqualTo(1);
    }

    // beyond the draft

    @Test
    final void outcomeThatIsUnknown_isAConflict() throws Exception {
        server.store().answerNext(CompletableFuture.completedStage(new OutcomeUnknown()));
        assertProblem(charge(newKey(), FIVE), 409, "outcome-unknown", "/charges");
        assertThat(runs()).isZero();
    }

    @Test
    final void outcomeThatCannotBeGivenBack_isAConflict() throws Exception {
        String key = newKey();
        String large = "{\"account\":\"" + "x".repeat(5_000) + "\",\"cents\":5}";
        assertThat(charge(key, large).statusCode()).isEqualTo(201);

        assertProblem(charge(key, large), 409, "outcome-unavailable", "/charges");
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    final void storeThatDoesNotAnswer_isServiceUnavailable() throws Exception {
        server.store().answerNext(CompletableFuture.failedStage(new IOException("redis://10.0.0.1 is down")));
        HttpResponse<String> response = charge(newKey(), FIVE);
        assertProblem(response, 503, "store-unavailable", "/charges");
        assertThat(response.body()).doesNotContain("10.0.0.1");
        assertThat(runs()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent", "/mono", "/flux", "/content"})
    final void replay_isMarkedWhateverTheMethodReturns(String path) throws Exception {
        String body = "{\"account\":\"" + newKey() + "\",\"cents\":5}";
        String key = newKey();
        HttpResponse<String> first = server.post(path, body, "Idempotency-Key", key);

        HttpResponse<String> retry = server.post(path, body, "Idempotency-Key", key);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(first, "Idempotent-Replayed")).isEmpty();
        assertThat(retry.body()).isEqualTo(first.body());
        assertThat(header(retry, "Idempotent-Replayed")).containsExactly("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mono", "/stage"})
    final void refusalOfAnAsynchronousMethod_isAProblem(String path) throws Exception {
        String key = newKey();
        server.post(path, FIVE, "Idempotency-Key", key);
        HttpResponse<String> reused = server.post(path, SIX, "Idempotency-Key", key);
        assertProblem(reused, 422, "key-reused", path);
        assertThat(header(reused, "Idempotent-Replayed")).isEmpty();
    }

    @Test
    final void replayedErrorOfAnAsynchronousMethod_isMarked() throws Exception {
        String key = newKey();
        assertThat(server.post("/mono", DECLINED, "Idempotency-Key", key).statusCode())
                .isEqualTo(402);
        HttpResponse<String> retry = server.post("/mono", DECLINED, "Idempotency-Key", key);
        assertThat(retry.statusCode()).isEqualTo(402);
        assertThat(header(retry, "Idempotent-Replayed")).containsExactly("true");
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    final void callThatGoesStraightThrough_isNotMarked() throws Exception {
        String key = newKey();
        String unguarded = "{\"account\":\"\",\"cents\":5}";
        server.post("/mono", unguarded, "Idempotency-Key", key);
        assertThat(header(server.post("/mono", unguarded, "Idempotency-Key", key), "Idempotent-Replayed"))
                .isEmpty();
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    final void otherErrors_areLeftToSpring() throws Exception {
        HttpResponse<String> unguarded = server.post("/open", FIVE);
        HttpResponse<String> otherHeader = server.post("/traced", FIVE, "Idempotency-Key", newKey());
        HttpResponse<String> noJson = server.post("/charges", "no JSON", "Idempotency-Key", newKey());
        for (HttpResponse<String> response : List.of(unguarded, otherHeader, noJson)) {
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).doesNotContain("urn:idem");
        }
    }

    // settings, and what the application says itself

    @Test
    final void settings_nameHeadersAndProblems() throws Exception {
        try (WebServer server = start(
                List.of(),
                "idem.web.key-header=Charge-Id",
                "idem.web.replayed-header=X-Replayed",
                "idem.web.problem-types=https://example.com/problems/")) {
            server.post("/named", FIVE, "Charge-Id", "\"k-1\"");
            HttpResponse<String> retry = server.post("/named", FIVE, "Charge-Id", "\"k-1\"");
            assertThat(header(retry, "X-Replayed")).containsExactly("true");
            assertThat(header(retry, "Charge-Id")).containsExactly("\"k-1\"");
            assertThat(header(retry, "Idempotent-Replayed")).isEmpty();
            HttpResponse<String> reused = server.post("/named", SIX, "Charge-Id", "\"k-1\"");
            assertThat(JSON.readTree(reused.body()).path("type").asText())
                    .isEqualTo("https://example.com/problems/key-reused");
            assertThat(server.post("/named", SIX, "Charge-Id", "a b").statusCode())
                    .isEqualTo(400);
            assertThat(server.post("/named", SIX).statusCode()).isEqualTo(400);
        }
    }

    @Test
    final void settings_canLeaveTheMarkOut() throws Exception {
        try (WebServer server = start(List.of(), "idem.web.replayed-header=")) {
            server.post("/charges", FIVE, "Idempotency-Key", "k-1");
            HttpResponse<String> retry = server.post("/charges", FIVE, "Idempotency-Key", "k-1");
            assertThat(retry.statusCode()).isEqualTo(201);
            assertThat(header(retry, "Idempotent-Replayed")).isEmpty();
        }
    }

    @Test
    final void settings_canLeaveAllOfItOut() throws Exception {
        try (WebServer server = start(List.of(), "idem.web.enabled=false")) {
            server.post("/charges", FIVE, "Idempotency-Key", "k-1");
            HttpResponse<String> retry = server.post("/charges", FIVE, "Idempotency-Key", "k-1");
            assertThat(retry.statusCode()).isEqualTo(201);
            assertThat(header(retry, "Idempotent-Replayed")).isEmpty();
            assertThat(header(retry, "Idempotency-Key")).isEmpty();
            assertThat(server.post("/charges", SIX, "Idempotency-Key", "k-1").statusCode())
                    .isEqualTo(500);
        }
    }

    @Test
    final void handlerForAllExceptions_doesNotTakeRefusals() throws Exception {
        try (WebServer server = start(List.of(CatchAll.class))) {
            server.post("/charges", FIVE, "Idempotency-Key", "k-1");
            assertProblem(server.post("/charges", SIX, "Idempotency-Key", "k-1"), 422, "key-reused", "/charges");
            assertProblem(server.post("/charges", FIVE), 400, "key-missing", "/charges");
            assertThat(server.post("/charges", "no JSON", "Idempotency-Key", "k-1")
                            .statusCode())
                    .isEqualTo(418);
        }
    }

    @Test
    final void handlerThatNamesARefusal_takesIt_andNoOther() throws Exception {
        try (WebServer server = start(List.of(NamingAdvice.class))) {
            server.post("/charges", FIVE, "Idempotency-Key", "k-1");
            assertThat(server.post("/charges", SIX, "Idempotency-Key", "k-1").statusCode())
                    .isEqualTo(418);
            assertThat(server.post("/charges", FIVE).statusCode()).isEqualTo(418);
            assertProblem(server.post("/charges", FIVE, "Idempotency-Key", "a b"), 400, "key-malformed", "/charges");
        }
    }

    @Test
    final void exceptionOfTheApplication_thatARefusalCaused_isLeftToIt() throws Exception {
        try (WebServer server = start(List.of(CatchAll.class))) {
            server.work().becomes(() -> {
                throw new CatchAll.CheckoutException(new StoreUnavailableException("of another store"));
            });
            assertThat(server.post("/charges", FIVE, "Idempotency-Key", "k-1").statusCode())
                    .isEqualTo(418);
        }
    }

    @Test
    final void wordsOfTheApplication_areUsed() throws Exception {
        try (WebServer server = start(List.of(), "spring.messages.basename=problems")) {
            HttpResponse<String> missing = server.post("/charges", FIVE, "Accept-Language", "de");
            assertThat(JSON.readTree(missing.body()).path("title").asText()).isEqualTo("Der Schlüssel fehlt");
        }
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code, String path)
            throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("type").asText()).isEqualTo("urn:idem:problem:" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).endsWith(".");
        assertThat(problem.path("instance").asText()).isEqualTo(path);
        assertThat(response.body())
                .doesNotContain("secret")
                .doesNotContain("mvc.")
                .doesNotContain("flux.");
        assertThat(header(response, "Idempotent-Replayed")).isEmpty();
    }

    private static Stream<JsonNode> headers() throws IOException {
        try (InputStream vectors = HttpContract.class.getResourceAsStream("/vectors/header_idempotency_key.json")) {
            List<JsonNode> cases = new ArrayList<>();
            JSON.readTree(vectors).path("idempotency_key").path("cases").forEach(cases::add);
            return cases.stream();
        }
    }

    private HttpResponse<String> charge(String key, String body) throws IOException, InterruptedException {
        return server.post("/charges", body, "Idempotency-Key", key);
    }

    private static List<String> header(HttpResponse<?> response, String name) {
        return response.headers().allValues(name);
    }

    private int runs() {
        return server.work().runs() - runsBefore;
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** Runs that stand still until they are let go. */
    private static final class HeldWork implements AutoCloseable {

        private final CountDownLatch running = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);

        HeldWork(Work work) {
            work.becomes(() -> {
                running.countDown();
                return mayEnd.await(30, TimeUnit.SECONDS);
            });
        }

        void awaitRun() throws InterruptedException {
            assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
        }

        void release() {
            mayEnd.countDown();
        }

        @Override
        public void close() {
            release();
        }
    }
}
