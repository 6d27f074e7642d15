package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.OutcomeUnavailableException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is recorded of a run, and what becomes of it that is not. */
@Timeout(60)
final class OutcomesTest {

    private static final String TOO_LARGE =
            "charge [%s] has run and is not run a second time, but its outcome cannot be given back: it"
                    + " takes 6 bytes, more than the 5 that idem.max-outcome-size allows. Raise it, or return less. The record"
                    + " ends with its TTL.";

    private final EngineTestBench bench = new EngineTestBench();
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        bench.close();
    }

    // idem.max-outcome-size

    @Test
    void outcome_ofTheLargestSize_isReplayed() throws Throwable {
        IdempotencyEngine engine = engineWithOutcomesOf(5);

        for (int i = 0; i < 2; i++) {
            assertThat(call(engine, () -> counted("12345"))).isEqualTo("12345");
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void outcome_largerThanAllowed_isTheFirstCallersOnlyAndIsNeverRunAgain() throws Throwable {
        IdempotencyEngine engine = engineWithOutcomesOf(5);

        assertThat(call(engine, () -> counted("123456"))).isEqualTo("123456");

        assertThatThrownBy(() -> call(engine, () -> counted("again")))
                .isInstanceOf(OutcomeUnavailableException.class)
                .hasMessage(TOO_LARGE.formatted(EngineTestBench.address("1").key()));
        assertThatThrownBy(() -> call(bench.engine(bench.shared), () -> counted("elsewhere")))
                .isInstanceOf(OutcomeUnavailableException.class);
        assertThat(runs).hasValue(1);
    }

    @Test
    void outcome_largerThanAllowed_isRefusedToThoseWhoWaitForIt() throws Throwable {
        IdempotencyEngine engine = engineWithOutcomesOf(5);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Object> first = bench.callLater(engine, "1", () -> {
            go.await();
            return counted("123456");
        });
        Awaitility.await().until(() -> bench.timer.pending() == 1);
        CompletableFuture<Object> waiting = bench.callLater(engine, "1", () -> counted("again"));
        Awaitility.await().until(() -> bench.timer.pending() == 2);

        go.countDown();

        assertThat(first.get()).isEqualTo("123456");
        assertThatThrownBy(waiting::get).hasCauseInstanceOf(OutcomeUnavailableException.class);
        assertThat(runs).hasValue(1);
    }

    private IdempotencyEngine engineWithOutcomesOf(int bytes) {
        bench.limits = new EngineLimits(EngineLimits.DEFAULT.maxWaitingThreads(), bytes);
        return bench.engine(bench.store);
    }

    private static Object call(IdempotencyEngine engine, Invocation invocation) throws Throwable {
        return engine.execute(EngineTestBench.operation(), new Object[] {"1"}, invocation);
    }

    private String counted(String result) {
        runs.incrementAndGet();
        return result;
    }
}
