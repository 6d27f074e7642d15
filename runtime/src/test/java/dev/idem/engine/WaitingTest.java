package dev.idem.engine;

import static dev.idem.engine.EngineTestBench.LEASE;
import static dev.idem.engine.EngineTestBench.LOCK_WAIT;
import static dev.idem.engine.EngineTestBench.foreignRequest;
import static dev.idem.engine.EngineTestBench.keyedOperation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.CallInProgressException;
import dev.idem.KeyConflictException;
import dev.idem.ReentrantCallException;
import dev.idem.engine.FaultyStore.Verb;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may wait, for whom, and how many at once. */
final class WaitingTest {

    private final EngineTestBench bench = new EngineTestBench();
    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch go = new CountDownLatch(1);

    @AfterEach
    void close() {
        bench.close();
    }

    private Object receipt() {
        return "receipt " + runs.incrementAndGet();
    }

    private Object receiptInTheEnd() throws InterruptedException {
        go.await();
        return receipt();
    }

    @Test
    void call_enteredAgainByItsOwnRun_isRefusedAtOnce() throws Throwable {
        Object answer = bench.call("1", () -> {
            assertThatThrownBy(() -> bench.call("1", this::receipt))
                    .isInstanceOf(ReentrantCallException.class)
                    .hasMessageContaining("charge [");
            return receipt();
        });

        assertThat(answer).isEqualTo("receipt 1");
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.COMPLETE);
    }

    @Test
    void call_enteredAgainThroughAnotherCall_isRefusedAtOnce() throws Throwable {
        Object answer = bench.call(
                "1",
                () -> bench.call(
                        "2",
                        () -> bench.call("3", () -> {
                            assertThatThrownBy(() -> bench.call("1", this::receipt))
                                    .isInstanceOf(ReentrantCallException.class);
                            return receipt();
                        })));

        assertThat(answer).isEqualTo("receipt 1");
        assertThat(runs).hasValue(1);
    }

    @Test
    void call_ofTheSameKeyForOtherContentInsideItsRun_isAConflict() throws Throwable {
        Object answer = bench.engine.execute(keyedOperation(), new Object[] {"k", "A"}, () -> {
            assertThatThrownBy(() -> bench.engine.execute(keyedOperation(), new Object[] {"k", "B"}, this::receipt))
                    .isInstanceOf(KeyConflictException.class);
            return receipt();
        });

        assertThat(answer).isEqualTo("receipt 1");
    }

    @Test
    void call_afterARunOfItsOwnThreadThatIsNotRecordedYet_getsItsAnswer() throws Throwable {
        bench.store.cut(Verb.COMPLETE);

        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
    }

    @Test
    void rightfulCall_besideOneOfOtherContentThatIsStillClaiming_isNotRefused() throws Throwable {
        bench.engine.execute(keyedOperation(), new Object[] {"k", "A"}, this::receipt);
        bench.store.delay(Verb.CLAIM);
        CompletableFuture<Object> wrong = keyedLater("B");
        Awaitility.await().until(() -> bench.store.count(Verb.CLAIM) == 2);
        CompletableFuture<Object> right = keyedLater("A");
        Awaitility.await().until(() -> right.isDone() || bench.store.count(Verb.CLAIM) == 3);
        bench.store.deliver();

        assertThat(right.get()).isEqualTo("receipt 1");
        assertThat(wrong)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .withCauseInstanceOf(KeyConflictException.class);
    }

    @Test
    void call_withoutPatience_isToldTheRestOfTheLease() throws Throwable {
        CompletableFuture<Object> first = bench.callLater("1", this::receiptInTheEnd);
        Awaitility.await().until(() -> bench.timer.pending() == 1);
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withLockWait(Duration.ZERO));
        bench.store.cut(Verb.RENEW);
        bench.timer.advance(LEASE.dividedBy(2));

        assertThatThrownBy(() -> bench.call("1", this::receipt))
                .isInstanceOfSatisfying(
                        CallInProgressException.class,
                        refusal -> assertThat(refusal.retryAfter()).isEqualTo(LEASE.dividedBy(2)));
        go.countDown();
        assertThat(first.get()).isEqualTo("receipt 1");
    }

    @Test
    void waiters_beyondTheLimit_areRefusedAtOnceAndPlacesComeBack() throws Throwable {
        bench.limits = new EngineLimits(2, EngineLimits.DEFAULT.maxOutcomeSize());
        IdempotencyEngine engine = bench.engine(bench.store);
        CompletableFuture<Object> first = bench.callLater(engine, "1", this::receiptInTheEnd);
        Awaitility.await().until(() -> bench.timer.pending() == 1);
        List<CompletableFuture<Object>> waiters = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            waiters.add(bench.callLater(engine, "1", this::receipt));
            int pending = 1 + i;
            Awaitility.await().until(() -> bench.timer.pending() == pending);
        }

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> engine.execute(EngineTestBench.operation(), new Object[] {"1"}, this::receipt))
                    .isInstanceOf(CallInProgressException.class)
                    .hasMessageContaining("2 threads of this process wait already (idem.max-waiting-threads)");
        }
        assertThat(engine.execute(EngineTestBench.operation(), new Object[] {"other"}, () -> "runs"))
                .as("who need not wait is not concerned")
                .isEqualTo("runs");

        go.countDown();
        waiters.add(first);
        for (CompletableFuture<Object> waiter : waiters) {
            assertThat(waiter.get()).isEqualTo("receipt 1");
        }
        waitersComeBack(engine);
    }

    /** Both places are free again: a leader runs and two more may wait. */
    private void waitersComeBack(IdempotencyEngine engine) throws Exception {
        CountDownLatch again = new CountDownLatch(1);
        int before = bench.timer.pending();
        List<CompletableFuture<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            calls.add(bench.callLater(engine, "2", () -> {
                again.await();
                return "second";
            }));
        }
        Awaitility.await().until(() -> bench.timer.pending() >= before + 2);
        again.countDown();
        for (CompletableFuture<Object> call : calls) {
            assertThat(call.get()).isEqualTo("second");
        }
    }

    @Test
    void waiter_thatMustAskAgain_keepsItsPlace() throws Throwable {
        bench.limits = new EngineLimits(1, EngineLimits.DEFAULT.maxOutcomeSize());
        IdempotencyEngine engine = bench.engine(bench.store);
        ClaimReply.Granted granted = (ClaimReply.Granted)
                bench.shared.claim(foreignRequest("1")).toCompletableFuture().join();
        Claim held = foreignRequest("1").granted(granted.grant());
        CompletableFuture<Object> waiter = bench.callLater(engine, "1", this::receipt);
        Awaitility.await().until(() -> bench.timer.pending() == 1);

        bench.timer.advance(LEASE.dividedBy(2));
        bench.shared.renew(List.of(held));
        bench.timer.advance(LEASE.dividedBy(2));
        assertThat(bench.store.count(Verb.CLAIM)).isEqualTo(2);
        assertThat(waiter).isNotDone();
        bench.shared.release(held);

        assertThat(waiter.get()).isEqualTo("receipt 1");
    }

    @Test
    void waiter_whoseTimeIsUpWhenTheOtherFails_doesNotRun() throws Throwable {
        CompletableFuture<Object> first = bench.callLater("1", () -> {
            go.await();
            throw new IOException("upstream");
        });
        Awaitility.await().until(() -> bench.timer.pending() == 1);
        CompletableFuture<Object> waiter = bench.callLater("1", this::receipt);
        Awaitility.await().until(() -> bench.timer.pending() == 2);

        bench.timer.moveTo(bench.timer.nanoTime() + LOCK_WAIT.toNanos());
        go.countDown();

        assertThat(waiter)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .withCauseInstanceOf(CallInProgressException.class);
        assertThat(first).failsWithin(Duration.ofSeconds(30));
        assertThat(runs).hasValue(0);
    }

    private CompletableFuture<Object> keyedLater(String content) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        bench.threads.execute(() -> {
            try {
                answer.complete(bench.engine.execute(keyedOperation(), new Object[] {"k", content}, this::receipt));
            } catch (Throwable failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }
}
