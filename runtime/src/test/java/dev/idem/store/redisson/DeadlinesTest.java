package dev.idem.store.redisson;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Which answers fail, and how often a thread is woken for that. */
class DeadlinesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Queue<Sweep> sweeps = new ArrayDeque<>();
    private long now = Long.MAX_VALUE - 1;
    private final Deadlines deadlines =
            new Deadlines(TIMEOUT, () -> now, (nanos, task) -> sweeps.add(new Sweep(now + nanos, task)));

    @Test
    void anAnswerThatDoesNotCome_fails() {
        CompletableFuture<Object> answer = awaited();

        next();

        assertThat(answer)
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(TimeoutException.class);
        assertThat(sweeps).isEmpty();
    }

    @Test
    void eachAnswer_hasItsOwnTime() {
        CompletableFuture<Object> first = awaited();
        now += seconds(1);
        CompletableFuture<Object> second = awaited();

        next();
        assertThat(first).isCompletedExceptionally();
        assertThat(second).isNotDone();
        assertThat(sweeps).extracting(Sweep::due).containsExactly(now + seconds(1));

        next();
        assertThat(second).isCompletedExceptionally();
    }

    @Test
    void manyAnswers_areSweptOnce() {
        for (int i = 0; i < 1_000; i++) {
            awaited().complete(i);
            now++;
        }
        assertThat(sweeps).hasSize(1);

        next();
        assertThat(sweeps).isEmpty();

        assertThat(awaited()).isNotDone();
        assertThat(sweeps).hasSize(1);
    }

    @Test
    void anAnswerThatCame_keepsNoLaterOneWaiting() {
        CompletableFuture<Object> first = awaited();
        now += seconds(1);
        CompletableFuture<Object> second = awaited();
        first.complete("came");

        next();
        next();

        assertThat(second).isCompletedExceptionally();
    }

    @Test
    void bySystemTime_anAnswerFails() {
        CompletableFuture<Object> answer = new CompletableFuture<>();

        new Deadlines(Duration.ofMillis(1)).limit(answer);

        assertThat(answer).failsWithin(Duration.ofSeconds(30)).withThrowableOfType(ExecutionException.class);
    }

    private CompletableFuture<Object> awaited() {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        deadlines.limit(answer);
        return answer;
    }

    private void next() {
        Sweep sweep = sweeps.remove();
        now = sweep.due();
        sweep.task().run();
    }

    private static long seconds(long count) {
        return TimeUnit.SECONDS.toNanos(count);
    }

    private record Sweep(long due, Runnable task) {}
}
