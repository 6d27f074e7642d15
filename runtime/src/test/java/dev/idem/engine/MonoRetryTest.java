package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.idem.engine.FaultyStore.Verb;
import dev.idem.reactor.ReactorCalls;
import dev.idem.reactor.ReactorShapes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Calls of methods that return a Mono, tried again inside one claim. */
final class MonoRetryTest {

    private static final Duration BACKOFF = Duration.ofMillis(500);

    private final EngineTestBench bench = new EngineTestBench();
    private final List<Integer> attempts = new CopyOnWriteArrayList<>();
    private final AtomicInteger cancellations = new AtomicInteger();

    @BeforeEach
    void retry() {
        bench.retry(3, BACKOFF);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** Its first attempt fails; its second is this. */
    private Mono<?> call(Mono<?> second) throws Throwable {
        Operation operation = EngineTestBench.operation().withShape(ReactorShapes.MONO);
        return (Mono<?>) bench.engine.execute(
                operation,
                new Object[] {"1"},
                () -> Mono.deferContextual(context -> {
                    int attempt = ReactorCalls.current(context).orElseThrow().attempt();
                    attempts.add(attempt);
                    return attempt == 1 ? Mono.error(new IOException("no line")) : second;
                }));
    }

    @Test
    void attempts_areOneClaimAndOneCompletion() throws Throwable {
        CompletableFuture<?> call = call(Mono.just("receipt")).toFuture();
        assertThat(call).isNotDone();
        bench.timer.advance(BACKOFF);

        assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo("receipt");
        assertThat(attempts).containsExactly(1, 2);
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.COMPLETE);
    }

    @Test
    void callCancelledBetweenAttempts_isNotTriedAgain() throws Throwable {
        Disposable caller = call(Mono.just("receipt")).subscribe();
        caller.dispose();
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.RELEASE);
        bench.timer.advance(BACKOFF);

        CompletableFuture<?> next = call(Mono.just("receipt")).toFuture();
        bench.timer.advance(BACKOFF);
        assertThat(next.get(30, TimeUnit.SECONDS)).isEqualTo("receipt");
        assertThat(attempts).as("of both calls").containsExactly(1, 1, 2);
    }

    @Test
    void callCancelledInALaterAttempt_cancelsThat() throws Throwable {
        Disposable caller =
                call(Mono.never().doOnCancel(cancellations::incrementAndGet)).subscribe();
        bench.timer.advance(BACKOFF);
        await().until(() -> attempts.size() == 2);
        caller.dispose();

        await().untilAtomic(cancellations, Matchers.is(1));
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.RELEASE);
        bench.timer.advance(BACKOFF.multipliedBy(10));
        assertThat(attempts).containsExactly(1, 2);
    }
}
