package dev.idem.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.core.http.AsyncStreamResponse;
import com.anthropic.errors.OverloadedException;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import dev.idem.sample.simulator.Bill;
import dev.idem.sample.simulator.Fault;
import dev.idem.sample.simulator.HeldStream;
import dev.idem.sample.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** The official client's stream as a Flux. */
@Timeout(60)
class DeltasTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Simulator simulator = Simulator.start();
    private final AnthropicClient client = new Upstream(simulator.address().toString(), "none", null).client();
    private final Flux<Delta> deltas = Deltas.of(() -> client.async()
            .messages()
            .createStreaming(MessageCreateParams.builder()
                    .model("claude-sonnet-4-6")
                    .maxTokens(256)
                    .addUserMessage("How many legs does a horse have?")
                    .build()));

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void nothing_isSentBeforeASubscription() {
        assertThat(simulator.bill()).isEqualTo(Bill.NONE);

        List<Delta> all = deltas.collectList().block(SOON);

        assertThat(all.subList(0, 2)).containsExactly(new Delta("This ", false), new Delta("is ", false));
        assertThat(all.get(all.size() - 1)).isEqualTo(new Delta("", true));
        assertThat(simulator.bill().calls()).isEqualTo(1);
    }

    @Test
    void cancel_hangsUpOnAModelThatIsSilent() throws Exception {
        HeldStream held = simulator.streamNext();
        CountDownLatch first = new CountDownLatch(1);
        held.sendToken();
        Disposable subscription = deltas.subscribe(delta -> first.countDown());
        first.await();

        subscription.dispose();

        assertThat(held.awaitHangUp(SOON)).isTrue();
    }

    @Test
    void cancel_doesNotWaitForTheClient() throws Exception {
        SlowToClose response = new SlowToClose();

        Deltas.of(() -> response).subscribe().dispose();

        assertThat(response.closed.getCount()).isOne();
        response.mayClose.countDown();
        assertThat(response.closed.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void refusal_isTheClientsOwnFailure() {
        simulator.failNext(Fault.OVERLOADED);

        assertThatThrownBy(() -> deltas.blockLast(SOON)).isInstanceOf(OverloadedException.class);
    }

    /** A silent stream that closes when it is let. */
    private static final class SlowToClose implements AsyncStreamResponse<RawMessageStreamEvent> {

        final CountDownLatch mayClose = new CountDownLatch(1);
        final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public AsyncStreamResponse<RawMessageStreamEvent> subscribe(Handler<? super RawMessageStreamEvent> handler) {
            return this;
        }

        @Override
        public AsyncStreamResponse<RawMessageStreamEvent> subscribe(
                Handler<? super RawMessageStreamEvent> handler, Executor executor) {
            return this;
        }

        @Override
        public CompletableFuture<Void> onCompleteFuture() {
            return new CompletableFuture<>();
        }

        @Override
        public void close() {
            try {
                mayClose.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            closed.countDown();
        }
    }
}
