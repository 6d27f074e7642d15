package dev.idem.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.idem.sample.simulator.Bill;
import dev.idem.sample.simulator.Fault;
import dev.idem.sample.simulator.HeldStream;
import dev.idem.sample.simulator.Simulator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Streamed answers over real HTTP, in front of the simulator. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class PromptStreamTest {

    private static final Delta END = new Delta("", true);

    private final String prompt = Posts.prompt("What is " + UUID.randomUUID() + "?");

    private Simulator simulator;
    private Bill before;
    private Posts gateway;

    @BeforeEach
    void connect(@Autowired Upstream upstream, @LocalServerPort int port) {
        simulator = upstream.simulator();
        before = simulator.bill();
        gateway = Posts.to(port);
    }

    private long calls() {
        return simulator.bill().since(before).calls();
    }

    @Test
    void parts_arriveAsTheModelWritesThem() throws Exception {
        HeldStream held = simulator.streamNext();
        try (StreamedReply reply = gateway.stream(prompt)) {
            held.sendToken();
            assertThat(reply.next()).contains(new Delta("This ", false));
            held.sendToken();
            assertThat(reply.next()).contains(new Delta("is ", false));
            held.sendRest();
            assertThat(reply.rest()).hasSize(5).endsWith(END);
        }
    }

    @Test
    void duplicateDuringTheStream_getsEverythingFromTheStart_andTheModelIsPaidOnce() throws Exception {
        HeldStream held = simulator.streamNext();
        try (StreamedReply first = gateway.stream(prompt)) {
            held.sendToken();
            held.sendToken();
            assertThat(first.nextText() + first.nextText()).isEqualTo("This is ");
            try (StreamedReply duplicate = gateway.stream(prompt)) {
                assertThat(duplicate.nextText() + duplicate.nextText()).isEqualTo("This is ");
                held.sendRest();
                List<Delta> rest = first.rest();
                assertThat(rest).endsWith(END);
                assertThat(duplicate.rest()).isEqualTo(rest);
            }
        }
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void laterDuplicate_getsTheSamePartsWithoutTheModel() throws Exception {
        List<Delta> first = gateway.stream(prompt).rest();

        assertThat(gateway.stream(prompt).rest()).isEqualTo(first).endsWith(END);
        assertThat(calls()).isEqualTo(1);
    }

    private static Stream<Named<Consumer<HeldStream>>> failures() {
        return Stream.of(
                Named.of("the connection is cut", HeldStream::cut),
                Named.of("the model says that it failed", HeldStream::fail));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failureDuringTheStream_isToldAndNotRecorded(Consumer<HeldStream> failure, CapturedOutput output)
            throws Exception {
        assertThat(streamWith(failure).failed()).isTrue();

        assertNothingWasRecorded();
        assertThat(output.getAll()).doesNotContain("Simulated failure", "Failure in");
    }

    @Test
    void streamWithoutItsEnd_isPassedOnAndNotRecorded() throws Exception {
        assertThat(streamWith(HeldStream::stopShort).failed()).isFalse();

        assertNothingWasRecorded();
    }

    private StreamedReply streamWith(Consumer<HeldStream> badEnd) throws Exception {
        HeldStream held = simulator.streamNext();
        StreamedReply broken = gateway.stream(prompt);
        held.sendToken();
        assertThat(broken.nextText()).isEqualTo("This ");
        badEnd.accept(held);
        assertThat(broken.rest()).isEmpty();
        return broken;
    }

    /** The next call runs; after it there is something to replay. */
    private void assertNothingWasRecorded() throws Exception {
        assertThat(gateway.stream(prompt).rest()).endsWith(END);
        assertThat(calls()).isEqualTo(2);
        assertThat(gateway.stream(prompt).rest()).endsWith(END);
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void onlyClientHangsUp_hangsUpOnTheModel_andTheNextCallRuns() throws Exception {
        HeldStream held = simulator.streamNext();
        StreamedReply reply = gateway.stream(prompt);
        held.sendToken();
        assertThat(reply.nextText()).isEqualTo("This ");
        reply.close();

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            held.sendToken(); // A servlet sees only when it writes that its client has gone.
            return held.awaitHangUp(Duration.ofMillis(50));
        });
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(gateway.stream(prompt).rest()).hasSize(7).endsWith(END));
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void refusalBeforeTheFirstPart_isAProblem() throws Exception {
        simulator.failNext(Fault.OVERLOADED);

        HttpResponse<String> refused = gateway.send("/api/messages/stream", prompt);

        assertThat(refused.statusCode()).isEqualTo(529);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void failureBeforeTheFirstPart_isABadGateway() throws Exception {
        simulator.streamNext().fail();

        HttpResponse<String> failed = gateway.send("/api/messages/stream", prompt);

        assertThat(failed.statusCode()).isEqualTo(502);
        assertThat(failed.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void creativePrompt_runsEachTime() throws Exception {
        String creative = prompt.replace("\"messages\"", "\"temperature\": 0.7, \"messages\"");

        assertThat(gateway.stream(creative).rest()).endsWith(END);
        assertThat(gateway.stream(creative).rest()).endsWith(END);

        assertThat(calls()).isEqualTo(2);
    }
}
