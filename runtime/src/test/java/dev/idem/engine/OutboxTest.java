package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class OutboxTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final ManualTimer timer = new ManualTimer();
    private final Outbox outbox = new Outbox(timer);
    private final List<String> events = new ArrayList<>();
    private final AtomicInteger sent = new AtomicInteger();

    private CompletionStage<String> unanswered() {
        sent.incrementAndGet();
        return CompletableFuture.failedStage(new IllegalStateException("no answer"));
    }

    private Outbox.Letter<String> letter(Supplier<CompletionStage<String>> command) {
        return letter(command, /* size= */ 0);
    }

    private Outbox.Letter<String> letter(Supplier<CompletionStage<String>> command, int size) {
        return new Outbox.Letter<>(command, size, HOUR, events::add, () -> events.add("undelivered"));
    }

    @Test
    void letter_answeredAtOnce_isSentOnce() {
        outbox.send(letter(() -> CompletableFuture.completedStage("answer " + sent.incrementAndGet())));
        timer.advance(HOUR);

        assertThat(events).containsExactly("answer 1");
    }

    @Test
    void letter_answeredLate_isSentUntilThen() {
        outbox.send(letter(() -> sent.get() < 5 ? unanswered() : CompletableFuture.completedStage("answer")));
        timer.advance(Duration.ofMinutes(1));

        assertThat(events).containsExactly("answer");
        assertThat(timer.pending()).isZero();
    }

    @Test
    void letter_neverAnswered_isGivenUpWhenItsPatienceIsOver() {
        outbox.send(letter(this::unanswered));
        timer.advance(HOUR.minusSeconds(1));
        assertThat(events).isEmpty();

        timer.advance(Duration.ofSeconds(10));

        assertThat(events).containsExactly("undelivered");
        assertThat(timer.pending()).isZero();
    }

    @Test
    void letter_neverAnswered_isSentEverLessOftenButAtLeastEveryFewSeconds() {
        outbox.send(letter(this::unanswered));
        timer.advance(HOUR);

        assertThat(sent.get()).isBetween(3600 / 4, 3600 / 4 + 10);
    }

    @Test
    void letters_beyondTheCapacity_areDroppedAndTheirSendersTold() {
        int room = 64 << 20;
        int large = (1 << 20) - (2 << 10);
        for (int i = 0; i < room / (1 << 20); i++) {
            outbox.send(letter(this::unanswered, large));
        }
        assertThat(events).isEmpty();

        outbox.send(letter(this::unanswered));

        assertThat(events).containsExactly("undelivered");
        assertThat(sent).hasValue(64);
    }

    @Test
    void letters_thatAreAnsweredOrGivenUp_makeRoom() {
        int all = (64 << 20) - (2 << 10);
        outbox.send(letter(() -> CompletableFuture.completedStage("answer"), all));
        outbox.send(letter(this::unanswered, all));
        timer.advance(HOUR.plusMinutes(1));
        outbox.send(letter(() -> CompletableFuture.completedStage("another"), all));

        assertThat(events).containsExactly("answer", "undelivered", "another");
    }
}
