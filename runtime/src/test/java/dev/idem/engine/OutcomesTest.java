package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.OutcomeUnavailableException;
import dev.idem.engine.FaultyStore.Verb;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is recorded of a run, and what becomes of it that is not. */
@Timeout(60)
final class OutcomesTest {

    private static final Operation WHOLE_ONLY = EngineTestBench.operation().withRecordIf("whole"::equals);

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
                .hasMessage(
                        "charge [%s] has run and is not run a second time, but its outcome cannot be given back: it"
                                + " takes 6 bytes, more than the 5 that idem.max-outcome-size allows. Raise it, or return"
                                + " less. The record ends with its TTL.",
                        EngineTestBench.address("1").key());
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

    // recordIf

    @Test
    void result_notToBeRecorded_isReturnedAndTheNextCallRuns() throws Throwable {
        assertThat(unlessPart("1", "part 1")).isEqualTo("part 1");
        assertThat(unlessPart("1", "whole")).isEqualTo("whole");
        assertThat(unlessPart("1", "part 2")).isEqualTo("whole");
        assertThat(bench.store.commands())
                .containsExactly(Verb.CLAIM, Verb.RELEASE, Verb.CLAIM, Verb.COMPLETE, Verb.CLAIM);
    }

    @Test
    void result_notToBeRecorded_isOfThoseWhoWaitForItHere() throws Throwable {
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Object> first = later(() -> bench.engine.execute(WHOLE_ONLY, new Object[] {"1"}, () -> {
            go.await();
            return counted("part 1");
        }));
        Awaitility.await().until(() -> bench.timer.pending() == 1);
        CompletableFuture<Object> waiting = later(() -> unlessPart("1", "part 2"));
        Awaitility.await().until(() -> bench.timer.pending() == 2);

        go.countDown();

        assertThat(first.get()).isEqualTo("part 1");
        assertThat(waiting.get()).isEqualTo("part 1");
        assertThat(runs).hasValue(1);
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.RELEASE);
    }

    @Test
    void result_notToBeRecordedThatNobodyElseCanHave_isRunByThoseWhoWaitForIt() throws Throwable {
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Object> first = later(() -> bench.engine.execute(WHOLE_ONLY, new Object[] {"1"}, () -> {
            go.await();
            return counted("unencodable");
        }));
        Awaitility.await().until(() -> bench.timer.pending() == 1);
        CompletableFuture<Object> waiting = later(() -> unlessPart("1", "whole"));
        Awaitility.await().until(() -> bench.timer.pending() == 2);

        go.countDown();

        assertThat(first.get()).isEqualTo("unencodable");
        assertThat(waiting.get()).isEqualTo("whole");
    }

    @Test
    void result_notToBeRecorded_isRunByThoseWhoWaitElsewhere() throws Throwable {
        IdempotencyEngine elsewhere = bench.engine(bench.shared);
        AtomicReference<CompletableFuture<Object>> other = new AtomicReference<>();
        Object answer = bench.engine.execute(WHOLE_ONLY, new Object[] {"1"}, () -> {
            other.set(later(() -> elsewhere.execute(WHOLE_ONLY, new Object[] {"1"}, () -> counted("whole"))));
            Awaitility.await().until(() -> bench.timer.pending() == 2);
            return counted("part 1");
        });

        assertThat(answer).isEqualTo("part 1");
        assertThat(other.get().get()).isEqualTo("whole");
    }

    @Test
    void result_notToBeRecordedWhileTheStoreIsAway_isReturnedAndItsClaimReleasedLater() throws Throwable {
        bench.store.cut(Verb.RELEASE);
        assertThat(unlessPart("1", "part 1")).isEqualTo("part 1");
        bench.store.mend();
        bench.timer.advance(Duration.ofSeconds(1));

        assertThat(unlessPart("1", "whole")).isEqualTo("whole");
    }

    @Test
    void result_thatCannotBeJudged_isRecorded() throws Throwable {
        Operation broken = EngineTestBench.operation().withRecordIf(result -> {
            throw new IllegalStateException("broken on purpose");
        });

        for (int i = 0; i < 2; i++) {
            assertThat(bench.engine.execute(broken, new Object[] {"1"}, () -> counted("a")))
                    .isEqualTo("a");
        }
        assertThat(runs).hasValue(1);
    }

    private Object unlessPart(String order, String result) throws Throwable {
        return bench.engine.execute(WHOLE_ONLY, new Object[] {order}, () -> counted(result));
    }

    private CompletableFuture<Object> later(Invocation call) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        bench.threads.execute(() -> {
            try {
                answer.complete(call.proceed());
            } catch (Throwable failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer.orTimeout(30, TimeUnit.SECONDS);
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
