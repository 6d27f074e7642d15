package dev.idem.engine;

import static dev.idem.engine.EngineTestBench.LEASE;
import static dev.idem.engine.EngineTestBench.TTL;
import static dev.idem.engine.EngineTestBench.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.idem.engine.FaultyStore.Verb;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Further attempts of calls whose methods return a stage. No thread waits for them. */
final class AsyncRetryTest {

    private static final Duration BACKOFF = Duration.ofMillis(500);
    private static final Duration BEAT = LEASE.dividedBy(3);
    private static final int MANY = 1_000;

    private final EngineTestBench bench = new EngineTestBench();
    private final Idempotency idempotency = Idempotency.of(bench.engine);
    private final AtomicInteger runs = new AtomicInteger();
    private final List<Object> seen = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        bench.close();
    }

    @SuppressWarnings("unchecked") // what the shape answers
    private CompletableFuture<Object> call(String order, Invocation method) throws Throwable {
        Operation operation = EngineTestBench.operation().withShape(ReturnShape.STAGE);
        return (CompletableFuture<Object>) bench.engine.execute(operation, new Object[] {order}, method);
    }

    private static Object answerOf(CompletableFuture<Object> call) throws Throwable {
        try {
            return call.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private static CompletionStage<Object> done(String result) {
        return CompletableFuture.completedStage(result);
    }

    private CompletionStage<Object> failing(int times) {
        seen.add(idempotency.current().orElseThrow().attempt());
        return runs.incrementAndGet() <= times
                ? CompletableFuture.failedFuture(new CompletionException(new IOException("failure " + runs.get())))
                : CompletableFuture.completedFuture("receipt " + runs.get());
    }

    @Test
    void attempts_areOneClaimAndOneCompletion() throws Throwable {
        bench.retry(3, BACKOFF);
        CompletableFuture<Object> call = call("1", () -> failing(2));
        assertThat(call).isNotDone();
        bench.timer.advance(BACKOFF);
        await().until(() -> runs.get() == 2 && bench.timer.pending() == 2);
        bench.timer.advance(BACKOFF.multipliedBy(2));

        assertThat(answerOf(call)).isEqualTo("receipt 3");
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.COMPLETE);
        assertThat(seen).containsExactly(1, 2, 3);
        assertThat(answerOf(call("1", () -> failing(9)))).as("the replay").isEqualTo("receipt 3");
    }

    @Test
    void thousandsOfDelays_occupyNoThread() throws Throwable {
        bench.retry(2, BACKOFF);
        answerOf(call("warm", () -> done("up")));
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        AtomicInteger begun = new AtomicInteger();
        List<CompletableFuture<Object>> calls = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            calls.add(call(
                    "order " + i,
                    () -> begun.incrementAndGet() <= MANY
                            ? CompletableFuture.failedFuture(new IOException("failure"))
                            : CompletableFuture.completedFuture("receipt")));
        }

        assertThat(calls).noneMatch(CompletableFuture::isDone);
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(threads + 4);
        bench.timer.advance(BACKOFF);
        for (CompletableFuture<Object> call : calls) {
            assertThat(answerOf(call)).isEqualTo("receipt");
        }
        assertThat(begun).hasValue(2 * MANY);
    }

    @Test
    void attempts_areMadeOnAThreadThatMayRunTheUsersCode() throws Throwable {
        bench.retry(2, BACKOFF);
        CompletableFuture<Object> call = call("1", () -> {
            seen.add(Thread.currentThread().getName().startsWith("idem-worker-"));
            return failing(1);
        });
        bench.timer.advance(BACKOFF);

        assertThat(answerOf(call)).isEqualTo("receipt 2");
        assertThat(seen).containsExactly(false, 1, true, 2);
    }

    @Test
    void methodThatThrowsInsteadOfReturningAStage_isTriedAgain() throws Throwable {
        bench.retry(2, BACKOFF);
        CompletableFuture<Object> call = call("1", () -> {
            if (runs.incrementAndGet() == 1) {
                throw new IOException("failure 1");
            }
            return done("receipt");
        });
        bench.timer.advance(BACKOFF);

        assertThat(answerOf(call)).isEqualTo("receipt");
    }

    @Test
    void lastFailure_isTheCallsAndFreesTheKey() throws Throwable {
        bench.retry(2, BACKOFF);
        CompletableFuture<Object> call = call("1", () -> failing(2));
        bench.timer.advance(BACKOFF);

        assertThatThrownBy(() -> answerOf(call)).isInstanceOf(IOException.class).hasMessage("failure 2");
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.RELEASE);
        assertThat(answerOf(call("1", () -> failing(0)))).isEqualTo("receipt 3");
    }

    @Test
    void nullInsteadOfAStage_isNotTriedAgain() throws Throwable {
        bench.retry(9, BACKOFF);

        assertThatThrownBy(() -> answerOf(call("1", () -> {
                    runs.incrementAndGet();
                    return null;
                })))
                .hasMessageContaining("returned null instead of a stage");
        assertThat(runs).hasValue(1);
    }

    @Test
    void claimLostInTheDelay_isClaimedAgainBeforeTheNextAttempt() throws Throwable {
        bench.retry(2, BEAT.plus(BACKOFF));
        CompletableFuture<Object> call = call("1", () -> failing(1));
        bench.shared.evict(address("1"), TTL).toCompletableFuture().join();
        bench.timer.advance(BEAT.plus(BACKOFF));

        assertThat(answerOf(call)).isEqualTo("receipt 2");
        assertThat(bench.store.commands())
                .containsExactly(Verb.CLAIM, Verb.RENEW, Verb.RELEASE, Verb.CLAIM, Verb.COMPLETE);
        assertThat(seen).containsExactly(1, 2);
    }

    @Test
    void callerThatHasGone_leavesTheAttemptsToThoseWhoWait() throws Throwable {
        bench.retry(2, BACKOFF);
        CompletableFuture<Object> call = call("1", () -> failing(1));
        CompletableFuture<Object> duplicate = call("1", () -> failing(0));
        call.cancel(true);
        bench.timer.advance(BACKOFF);

        assertThat(answerOf(duplicate)).isEqualTo("receipt 2");
        assertThat(seen).containsExactly(1, 2);
    }
}
