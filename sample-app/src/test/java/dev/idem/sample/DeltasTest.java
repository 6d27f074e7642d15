package dev.idem.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.AnthropicClient;
import com.anthropic.models.messages.MessageCreateParams;
import dev.idem.sample.simulator.Bill;
import dev.idem.sample.simulator.HeldStream;
import dev.idem.sample.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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

        long begin = System.nanoTime();
        subscription.dispose();
        System.out.println("CANCEL TOOK " + (System.nanoTime() - begin) / 1000 + " us");

        assertThat(held.awaitHangUp(SOON)).isTrue();
    }
}
