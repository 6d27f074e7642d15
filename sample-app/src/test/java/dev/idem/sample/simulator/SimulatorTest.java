package dev.idem.sample.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.BadRequestException;
import com.anthropic.errors.InternalServerException;
import com.anthropic.errors.OverloadedException;
import com.anthropic.errors.RateLimitException;
import com.anthropic.errors.SseException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StopReason;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The simulator, as the vendor's official client sees it. */
@Timeout(60)
class SimulatorTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Simulator simulator = Simulator.start();
    private final AnthropicClient client = AnthropicOkHttpClient.builder()
            .baseUrl(simulator.address().toString())
            .apiKey("none")
            .maxRetries(0)
            .timeout(SOON)
            .build();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void message_isAnsweredWithItsUsage() {
        Message message = ask(256);

        assertThat(message.id()).isEqualTo("msg_simulated_000001");
        assertThat(message.model().asString()).isEqualTo("claude-sonnet-4-6");
        assertThat(message.content().get(0).asText().text()).isNotBlank();
        assertThat(message.stopReason()).contains(StopReason.END_TURN);
        assertThat(simulator.bill())
                .isEqualTo(new Bill(
                        1, 1, message.usage().inputTokens(), message.usage().outputTokens()));
    }

    @Test
    void message_asksForFewTokens_isCutShort() {
        Message message = ask(5);

        assertThat(message.usage().outputTokens()).isEqualTo(5);
        assertThat(message.stopReason()).contains(StopReason.MAX_TOKENS);
    }

    @Test
    void sameMessageTwice_isTwoAnswersAndBilledTwice() {
        assertThat(ask(256).id()).isNotEqualTo(ask(256).id());

        assertThat(simulator.bill().billedCalls()).isEqualTo(2);
    }

    @Test
    void rateLimited_carriesRetryAfter() {
        simulator.failNext(Fault.RATE_LIMITED);

        RateLimitException failure = catchThrowableOfType(RateLimitException.class, () -> ask(256));

        assertThat(failure.headers().values("retry-after")).containsExactly("1");
        assertThat(failure.type().orElseThrow().asString()).isEqualTo("rate_limit_error");
    }

    @Test
    void serverError_andOverload_haveTheVendorsForm() {
        simulator.failNext(Fault.SERVER_ERROR, Fault.OVERLOADED);

        AnthropicServiceException error = catchThrowableOfType(InternalServerException.class, () -> ask(256));
        AnthropicServiceException overload = catchThrowableOfType(OverloadedException.class, () -> ask(256));

        assertThat(error.statusCode()).isEqualTo(500);
        assertThat(error.type().orElseThrow().asString()).isEqualTo("api_error");
        assertThat(overload.statusCode()).isEqualTo(529);
        assertThat(overload.type().orElseThrow().asString()).isEqualTo("overloaded_error");
    }

    @Test
    void failures_countAsCallsAndCostNothing() {
        simulator.failNext(Fault.OVERLOADED);

        assertThatThrownBy(() -> ask(256)).isInstanceOf(AnthropicServiceException.class);

        assertThat(simulator.bill()).isEqualTo(new Bill(1, 0, 0, 0));
    }

    @Test
    void connectionCutAfterWork_isBilledAndFailsOnce() {
        simulator.failNext(Fault.CUT_AFTER_WORK);

        assertThatThrownBy(() -> ask(256)).isInstanceOf(AnthropicIoException.class);

        assertThat(simulator.bill().calls()).isEqualTo(1);
        assertThat(simulator.bill().billedCalls()).isEqualTo(1);
    }

    /** The case in which HTTP clients like to send again by themselves. */
    @Test
    void connectionCutAfterWork_onAReusedConnection_isNotSentAgain() {
        ask(256);
        simulator.failNext(Fault.CUT_AFTER_WORK);

        assertThatThrownBy(() -> ask(256)).isInstanceOf(AnthropicIoException.class);

        assertThat(simulator.bill().calls()).isEqualTo(2);
    }

    @Test
    void heldReply_isBilledBeforeItIsReleased() throws Exception {
        HeldReply held = simulator.holdNext();
        CompletableFuture<Message> answer = CompletableFuture.supplyAsync(() -> ask(256));

        assertThat(held.awaitArrival(SOON)).isTrue();
        assertThat(simulator.bill().billedCalls()).isEqualTo(1);
        assertThat(answer).isNotDone();

        held.release();
        assertThat(answer.get(20, TimeUnit.SECONDS).id()).isNotBlank();
    }

    @Test
    void streamedMessage_addsUpToTheMessage() {
        MessageAccumulator whole = MessageAccumulator.create();

        try (StreamResponse<RawMessageStreamEvent> events = client.messages().createStreaming(params(256))) {
            events.stream().forEach(whole::accumulate);
        }

        Message message = whole.message();
        assertThat(message.content().get(0).asText().text()).isEqualTo("This is simulated answer number 1.");
        assertThat(message.stopReason()).contains(StopReason.END_TURN);
        assertThat(message.usage().outputTokens()).isEqualTo(120);
        assertThat(simulator.bill())
                .isEqualTo(new Bill(
                        1, 1, message.usage().inputTokens(), message.usage().outputTokens()));
    }

    @Test
    void heldStream_sendsTokensOneByOne_andSeesTheClientHangUp() throws Exception {
        HeldStream held = simulator.streamNext();
        try (StreamResponse<RawMessageStreamEvent> events = client.messages().createStreaming(params(256))) {
            Iterator<RawMessageStreamEvent> received = events.iterator();
            assertThat(received.next().isMessageStart()).isTrue();
            assertThat(received.next().isContentBlockStart()).isTrue();
            held.sendToken();
            assertThat(received.next().asContentBlockDelta().delta().asText().text())
                    .isEqualTo("This ");
        }

        assertThat(held.awaitHangUp(SOON)).isTrue();
    }

    @Test
    void heldStream_failsInTheVendorsForm() {
        simulator.streamNext().fail();

        try (StreamResponse<RawMessageStreamEvent> events = client.messages().createStreaming(params(256))) {
            SseException failure = catchThrowableOfType(
                    SseException.class, () -> events.stream().toList());
            assertThat(failure.type().orElseThrow().asString()).isEqualTo("overloaded_error");
        }
    }

    @Test
    void heldStream_thatIsCut_failsAsAConnectionDoes() {
        simulator.streamNext().cut();

        try (StreamResponse<RawMessageStreamEvent> events = client.messages().createStreaming(params(256))) {
            assertThatThrownBy(() -> events.stream().toList()).isInstanceOf(AnthropicIoException.class);
        }
    }

    @Test
    void latency_isHowLongTheWorkTakes() {
        simulator.latency(Duration.ofMillis(300));
        long start = System.nanoTime();

        ask(256);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void incompleteMessage_isRefused() {
        assertThatThrownBy(() -> ask(0)).isInstanceOf(BadRequestException.class);

        assertThat(simulator.bill().billedCalls()).isZero();
    }

    @Test
    void billEndpoint_saysWhatIsOwed() throws Exception {
        Message message = ask(256);

        String bill = send(request("/simulator/bill").GET()).body();

        BigDecimal dollars = new BigDecimal("0.000003")
                .multiply(BigDecimal.valueOf(message.usage().inputTokens()))
                .add(new BigDecimal("0.000015")
                        .multiply(BigDecimal.valueOf(message.usage().outputTokens())));
        assertThat(bill).contains("\"calls\":1").contains("\"amount_usd\":\"" + dollars.toPlainString() + "\"");
    }

    @Test
    void planEndpoint_plansTheNextCalls() throws Exception {
        String plan = "{\"latency_ms\": 1, \"faults\": [\"overloaded\"]}";

        assertThat(send(request("/simulator/plan").PUT(BodyPublishers.ofString(plan)))
                        .statusCode())
                .isEqualTo(200);

        assertThatThrownBy(() -> ask(256)).isInstanceOf(OverloadedException.class);
        assertThat(ask(256).id()).isNotBlank();
    }

    @Test
    void planEndpoint_unknownFault_namesTheKnown() throws Exception {
        String plan = "{\"faults\": [\"earthquake\"]}";

        HttpResponse<String> refusal = send(request("/simulator/plan").PUT(BodyPublishers.ofString(plan)));

        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(refusal.body()).contains("CUT_AFTER_WORK");
    }

    @Test
    void otherMethod_isRefused() throws Exception {
        assertThat(send(request("/simulator/plan").GET()).statusCode()).isEqualTo(405);
    }

    private Message ask(long maxTokens) {
        return client.messages().create(params(maxTokens));
    }

    private static MessageCreateParams params(long maxTokens) {
        return MessageCreateParams.builder()
                .model("claude-sonnet-4-6")
                .maxTokens(maxTokens)
                .addUserMessage("How many legs does a horse have?")
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(simulator.address().resolve(path)).timeout(SOON);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
