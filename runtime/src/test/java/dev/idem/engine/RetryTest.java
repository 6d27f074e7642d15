package dev.idem.engine;

import static dev.idem.engine.EngineTestBench.BROKEN;
import static dev.idem.engine.EngineTestBench.LEASE;
import static dev.idem.engine.EngineTestBench.LOCK_WAIT;
import static dev.idem.engine.EngineTestBench.TTL;
import static dev.idem.engine.EngineTestBench.address;
import static dev.idem.engine.EngineTestBench.foreignRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.idem.CallInProgressException;
import dev.idem.OwnerCrash;
import dev.idem.engine.FaultyStore.Verb;
import dev.idem.store.ClaimReply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Further attempts of calls that failed. The delays of the clock are exact, and no test waits for them. */
final class RetryTest {

    private static final Duration BACKOFF = Duration.ofMillis(500);
    private static final Duration BEAT = LEASE.dividedBy(3);
    private static final Duration TICK = Duration.ofMillis(1);

    private final EngineTestBench bench = new EngineTestBench();
    private final Idempotency idempotency = Idempotency.of(bench.engine);
    private final AtomicInteger runs = new AtomicInteger();
    private final List<Object> seen = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        bench.close();
    }

    /** Fails until it has been run this often. */
    private Invocation failing(int times) {
        return () -> {
            if (runs.incrementAndGet() <= times) {
                throw new IOException("failure " + runs.get());
            }
            return "receipt " + runs.get();
        };
    }

    /** A call that stands in a delay, which is seen by what the timer has to do beside renewing. */
    private CompletableFuture<Object> callInDelay(Invocation method, int attempts) {
        CompletableFuture<Object> call = bench.callLater("1", method);
        awaitDelayAfter(attempts);
        return call;
    }

    private void awaitDelayAfter(int attempts) {
        await().until(() -> runs.get() == attempts && bench.timer.pending() == 2);
    }

    private static Throwable failureOf(CompletableFuture<Object> call) {
        try {
            throw new AssertionError("answered: " + call.get(30, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (Exception e) {
            return e;
        }
    }

    @Test
    void attempts_areOneClaimAndOneCompletion() throws Throwable {
        bench.retry(3, BACKOFF);
        CompletableFuture<Object> call = callInDelay(
                () -> {
                    CurrentCall current = idempotency.current().orElseThrow();
                    seen.add(current.attempt() + " " + current.key() + " " + current.upstreamKey("pay"));
                    return failing(2).proceed();
                },
                1);
        bench.timer.advance(BACKOFF);
        awaitDelayAfter(2);
        bench.timer.advance(BACKOFF.multipliedBy(2));

        assertThat(call.join()).isEqualTo("receipt 3");
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.COMPLETE);
        String same = seen.get(0).toString().substring(1);
        assertThat(seen).containsExactly("1" + same, "2" + same, "3" + same);
        assertThat(bench.call("1", failing(9))).as("the replay").isEqualTo("receipt 3");
    }

    @Test
    void attempt_isNotMadeBeforeItsDelayIsOver() {
        bench.retry(3, BACKOFF);
        CompletableFuture<Object> call = callInDelay(failing(2), 1);
        bench.timer.advance(BACKOFF.minus(TICK));
        assertThat(bench.timer.pending()).as("still in the delay").isEqualTo(2);
        bench.timer.advance(TICK);
        awaitDelayAfter(2);
        bench.timer.advance(BACKOFF.multipliedBy(2).minus(TICK));
        assertThat(bench.timer.pending())
                .as("still in the delay, twice as long")
                .isEqualTo(2);
        bench.timer.advance(TICK);

        assertThat(call.join()).isEqualTo("receipt 3");
    }

    @Test
    void withoutRetry_theFirstFailureIsTheCalls() {
        assertThatThrownBy(() -> bench.call("1", failing(1))).hasMessage("failure 1");
        assertThat(bench.timer.pending()).as("renewals").isEqualTo(1);
    }

    @Test
    void lastFailure_isThrownAndFreesTheKey() throws Throwable {
        bench.retry(2, BACKOFF);
        CompletableFuture<Object> call = callInDelay(failing(2), 1);
        bench.timer.advance(BACKOFF);

        assertThat(failureOf(call)).isInstanceOf(IOException.class).hasMessage("failure 2");
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.RELEASE);
        assertThat(bench.call("1", failing(0))).isEqualTo("receipt 3");
    }

    @Test
    void failureThatWouldComeBack_isNotTriedAgain() {
        bench.retry(9, BACKOFF);

        assertThatThrownBy(() -> bench.call("1", () -> {
                    runs.incrementAndGet();
                    throw new IllegalArgumentException("no such order");
                }))
                .hasMessage("no such order");
        assertThat(runs).hasValue(1);
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.RELEASE);
    }

    @Test
    void outcome_isRecordedAndNotTriedAgain() {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withRetry(
                RetryOverrides.attempts(9).withOn(List.of(IllegalStateException.class))));
        Operation declining = EngineTestBench.operation().withReplay(List.of(BROKEN));
        Invocation declined = () -> {
            runs.incrementAndGet();
            throw new IllegalStateException("declined");
        };

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> bench.engine.execute(declining, new Object[] {"1"}, declined))
                    .hasMessage("declined");
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void refusalOfANestedCall_isNotTriedAgain() {
        bench.retry(9, BACKOFF);

        assertThatThrownBy(() -> bench.call("1", () -> {
                    runs.incrementAndGet();
                    throw new CallInProgressException("elsewhere", LEASE, new IOException("cut"));
                }))
                .hasMessage("elsewhere");
        assertThat(runs).hasValue(1);
    }

    @Test
    void classifierThatFails_leavesTheFailureAsItIs() {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withRetry(RetryOverrides.attempts(9)));
        Retrier broken = (operation, policy) -> failure -> {
            throw new IllegalStateException("broken on purpose");
        };
        IdempotencyEngine engine = new IdempotencyEngine(
                "shop",
                Optional::empty,
                operation -> new Guard(bench.policy, bench.store, Optional.empty(), Optional.of(broken)),
                bench.codec,
                bench.limits,
                Optional.empty());

        assertThatThrownBy(() -> engine.execute(EngineTestBench.operation(), new Object[] {"1"}, failing(1)))
                .hasMessage("failure 1");
        engine.close();
    }

    @Test
    void lease_isRenewedOverAllAttempts() {
        bench.retry(3, Duration.ofSeconds(20));
        CompletableFuture<Object> call = callInDelay(failing(2), 1);
        bench.timer.advance(Duration.ofSeconds(20));
        awaitDelayAfter(2);
        bench.timer.advance(Duration.ofSeconds(39));

        assertThat(bench.shared.claim(foreignRequest("1")).toCompletableFuture().join())
                .as("59 seconds after a claim of 30")
                .isNotInstanceOf(ClaimReply.Granted.class);
        bench.timer.advance(Duration.ofSeconds(1));
        assertThat(call.join()).isEqualTo("receipt 3");
        assertThat(bench.store.count(Verb.CLAIM)).isEqualTo(1);
    }

    @Test
    void claimLostInTheDelay_isClaimedAgainBeforeTheNextAttempt() {
        bench.retry(3, BEAT.plus(BACKOFF));
        CompletableFuture<Object> call = callInDelay(
                () -> {
                    seen.add(idempotency.current().orElseThrow().attempt());
                    return failing(1).proceed();
                },
                1);
        bench.shared.evict(address("1"), TTL).toCompletableFuture().join();
        bench.timer.advance(BEAT.plus(BACKOFF));

        assertThat(call.join()).isEqualTo("receipt 2");
        assertThat(bench.store.commands())
                .containsExactly(Verb.CLAIM, Verb.RENEW, Verb.RELEASE, Verb.CLAIM, Verb.COMPLETE);
        assertThat(seen).containsExactly(1, 2);
    }

    @Test
    void claimThatCouldNotBeRenewed_isClaimedAgainBeforeTheNextAttempt() {
        bench.retry(2, LEASE);
        CompletableFuture<Object> call = callInDelay(failing(1), 1);
        bench.store.cut(Verb.RENEW);
        bench.timer.advance(LEASE);

        assertThat(call.join()).isEqualTo("receipt 2");
        assertThat(bench.store.count(Verb.CLAIM)).isEqualTo(2);
    }

    @Test
    void attempts_areCountedOnAfterALostClaim() {
        bench.retry(2, BEAT.plus(BACKOFF));
        CompletableFuture<Object> call = callInDelay(failing(9), 1);
        bench.shared.evict(address("1"), TTL).toCompletableFuture().join();
        bench.timer.advance(BEAT.plus(BACKOFF));

        assertThat(failureOf(call)).hasMessage("failure 2");
        assertThat(runs).hasValue(2);
    }

    @Test
    void claimTakenByAnother_givesItsAnswerAndNoFurtherAttempt() throws Throwable {
        bench.retry(3, BEAT.plus(BACKOFF));
        CompletableFuture<Object> call = callInDelay(failing(9), 1);
        bench.shared.evict(address("1"), TTL).toCompletableFuture().join();
        bench.timer.advance(TICK);
        bench.engine(bench.shared).execute(EngineTestBench.operation(), new Object[] {"1"}, () -> "theirs");
        bench.timer.advance(BEAT.plus(BACKOFF));

        assertThat(call.join()).isEqualTo("theirs");
        assertThat(runs).hasValue(1);
    }

    @Test
    void duplicates_waitForAllAttempts() {
        bench.retry(2, BACKOFF);
        CompletableFuture<Object> call = callInDelay(failing(1), 1);
        CompletableFuture<Object> here = bench.callLater("1", failing(0));
        CompletableFuture<Object> elsewhere = bench.callLater(bench.engine(bench.store), "1", failing(0));
        await().until(() -> bench.store.count(Verb.CLAIM) == 2 && bench.timer.pending() == 4);
        bench.timer.advance(BACKOFF);

        assertThat(call.join()).isEqualTo("receipt 2");
        assertThat(here.join()).isEqualTo("receipt 2");
        assertThat(elsewhere.join()).isEqualTo("receipt 2");
        assertThat(runs).hasValue(2);
    }

    @Test
    void duplicates_waitNoLongerThanTheyWould() {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withLockWait(LOCK_WAIT.minus(TICK)));
        bench.retry(2, LOCK_WAIT);
        CompletableFuture<Object> call = callInDelay(failing(1), 1);
        CompletableFuture<Object> duplicate = bench.callLater("1", failing(0));
        await().until(() -> bench.timer.pending() == 3);
        bench.timer.advance(LOCK_WAIT.minus(TICK).minus(TICK));
        assertThat(duplicate).isNotDone();
        bench.timer.advance(TICK);

        assertThat(failureOf(duplicate)).isInstanceOf(CallInProgressException.class);
        bench.timer.advance(TICK);
        assertThat(call.join()).isEqualTo("receipt 2");
    }

    @Test
    void interrupt_inADelay_endsTheAttempts() throws Throwable {
        bench.retry(3, BACKOFF);
        AtomicReference<Thread> thread = new AtomicReference<>();
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        CompletableFuture<Object> call = new CompletableFuture<>();
        bench.threads.execute(() -> {
            thread.set(Thread.currentThread());
            try {
                call.complete(bench.call("1", failing(9)));
            } catch (Throwable failure) {
                call.completeExceptionally(failure);
            }
            flag.complete(Thread.currentThread().isInterrupted());
        });
        awaitDelayAfter(1);
        thread.get().interrupt();

        assertThat(failureOf(call)).hasMessage("failure 1");
        assertThat(flag.get(30, TimeUnit.SECONDS)).as("the interrupt flag").isTrue();
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.RELEASE);
        assertThat(bench.timer.pending()).as("the delay is cancelled").isEqualTo(1);
    }

    @Test
    void interrupt_inTheMethod_endsTheAttempts() {
        bench.retry(3, Duration.ZERO);

        assertThatThrownBy(() -> bench.call("1", () -> {
                    Thread.currentThread().interrupt();
                    return failing(9).proceed();
                }))
                .hasMessage("failure 1");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(runs).hasValue(1);
    }

    @Test
    void startedCall_isTriedAgain() {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withOnOwnerCrash(OwnerCrash.REJECT));
        bench.retry(2, BACKOFF);
        CompletableFuture<Object> call = callInDelay(failing(1), 1);
        bench.timer.advance(BACKOFF);

        assertThat(call.join()).isEqualTo("receipt 2");
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.START, Verb.COMPLETE);
    }

    @Test
    void callThatGoesStraightThrough_isNotTriedAgain() {
        bench.retry(3, BACKOFF);

        assertThatThrownBy(() -> bench.call("straight", failing(9))).hasMessage("failure 1");
        assertThat(runs).hasValue(1);
    }

    @Test
    void call_inCode_isTriedAgain() throws Exception {
        bench.retry(2, BACKOFF);
        CompletableFuture<Object> call = new CompletableFuture<>();
        bench.threads.execute(() -> {
            try {
                call.complete(idempotency.call(CallKey.of("jobs.submit", "1"), String.class, () -> {
                    if (runs.incrementAndGet() == 1) {
                        throw new IOException("failure 1");
                    }
                    return "receipt";
                }));
            } catch (Exception failure) {
                call.completeExceptionally(failure);
            }
        });
        awaitDelayAfter(1);
        bench.timer.advance(BACKOFF);

        assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo("receipt");
    }

    @Test
    void guardThatRetries_needsARetrier() {
        bench.retry(2, BACKOFF);

        assertThatIllegalArgumentException().isThrownBy(() -> new Guard(bench.policy, bench.store));
    }
}
