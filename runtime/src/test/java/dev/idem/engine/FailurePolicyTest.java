package dev.idem.engine;

import static dev.idem.engine.EngineTestBench.LEASE;
import static dev.idem.engine.EngineTestBench.LOCK_WAIT;
import static dev.idem.engine.EngineTestBench.TTL;
import static dev.idem.engine.EngineTestBench.address;
import static dev.idem.engine.EngineTestBench.fingerprint;
import static dev.idem.engine.EngineTestBench.foreignRequest;
import static dev.idem.engine.EngineTestBench.keyedOperation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.KeyConflictException;
import dev.idem.OutcomeUnknownException;
import dev.idem.OwnerCrash;
import dev.idem.StoreFailure;
import dev.idem.StoreUnavailableException;
import dev.idem.engine.FaultyStore.Verb;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.Completed;
import dev.idem.store.Completion;
import dev.idem.store.FindReply;
import dev.idem.store.Payload;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link OwnerCrash} and {@link StoreFailure} promise, on a clock that the test moves. */
final class FailurePolicyTest {

    private final EngineTestBench bench = new EngineTestBench();
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        bench.close();
    }

    private Object receipt() {
        return "receipt " + runs.incrementAndGet();
    }

    // The owner crashes, REJECT

    @Test
    void rejectCrash_call_saysThatItStartsBeforeItRuns() throws Throwable {
        rejectCrashes();

        bench.call("1", () -> {
            assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.START);
            return receipt();
        });

        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.START, Verb.COMPLETE);
        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
    }

    @Test
    void rerunCrash_call_savesTheRoundTrip() throws Throwable {
        bench.call("1", this::receipt);

        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.COMPLETE);
    }

    @Test
    void rejectCrash_ownerDiedInTheRun_isUnknownAndNeverRunsUntilItIsEvicted() throws Throwable {
        rejectCrashes();
        start(foreignClaim());
        bench.timer.advance(LEASE);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> bench.call("1", this::receipt))
                    .isInstanceOf(OutcomeUnknownException.class)
                    .hasMessageContaining("charge [" + address("1").key() + "]");
        }
        assertThat(runs).hasValue(0);

        bench.shared.evict(address("1"), TTL);
        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
    }

    @Test
    void rejectCrash_ownerDiedBeforeTheRun_isTakenOver() throws Throwable {
        rejectCrashes();
        foreignClaim();
        bench.timer.advance(LEASE);

        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
    }

    @Test
    void rejectCrash_ownerWasOnlySlow_itsOutcomeIsTheAnswer() throws Throwable {
        rejectCrashes();
        Claim slow = foreignClaim();
        start(slow);
        bench.timer.advance(LEASE);
        assertThatThrownBy(() -> bench.call("1", this::receipt)).isInstanceOf(OutcomeUnknownException.class);

        Payload payload = new Outcomes(bench.codec, bench.limits.maxOutcomeSize())
                .encode(
                        new Call(
                                EngineTestBench.operation(),
                                new Guard(bench.policy, bench.store),
                                address("1"),
                                fingerprint("1")),
                        "late");
        bench.shared.complete(new Completion(slow, payload, Duration.ZERO));

        assertThat(bench.call("1", this::receipt)).isEqualTo("late");
        assertThat(runs).hasValue(0);
    }

    @Test
    void rejectCrash_waitersOfADeadOwner_areToldThatItIsUnknown() throws Throwable {
        rejectCrashes();
        start(foreignClaim());
        List<CompletableFuture<Object>> waiters = later(4);
        awaitWaiting(4);

        bench.timer.advance(LEASE);

        for (CompletableFuture<Object> waiter : waiters) {
            assertThat(failureOf(waiter)).isInstanceOf(OutcomeUnknownException.class);
        }
        assertThat(runs).hasValue(0);
    }

    @Test
    void rejectCrash_ownerDiesWhileItIsLookedAtForTheLastTime_isUnknown() throws Throwable {
        rejectCrashes();
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withLockWait(LEASE));
        start(foreignClaim());
        CompletableFuture<Object> waiter = later(1).get(0);
        awaitWaiting(1);

        bench.timer.advance(LEASE);

        assertThat(failureOf(waiter)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(bench.store.count(Verb.FIND)).isEqualTo(1);
    }

    @Test
    void rejectCrash_startWithoutAnAnswer_runsNothingAndGivesTheClaimBack() throws Throwable {
        rejectCrashes();
        bench.store.cut(Verb.START, Verb.RELEASE);

        assertThatThrownBy(() -> bench.call("1", this::receipt)).isInstanceOf(StoreUnavailableException.class);

        assertThat(runs).hasValue(0);
        bench.store.mend();
        bench.timer.advance(Duration.ofSeconds(10));
        assertThat(bench.store.count(Verb.RENEW)).isZero();
        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
    }

    @Test
    void rejectCrash_claimLostBeforeTheStart_claimsAgain() throws Throwable {
        rejectCrashes();
        bench.store.delay(Verb.CLAIM);
        CompletableFuture<Object> call = later(1).get(0);
        Awaitility.await().until(() -> bench.store.count(Verb.CLAIM) == 1);
        bench.shared.evict(address("1"), TTL);
        bench.store.deliver();

        assertThat(call.get()).isEqualTo("receipt 1");
        assertThat(bench.store.commands())
                .containsExactly(Verb.CLAIM, Verb.START, Verb.CLAIM, Verb.START, Verb.COMPLETE);
        bench.timer.advance(LEASE);
        assertThat(bench.timer.pending()).as("neither claim is renewed").isZero();
        assertThat(bench.store.count(Verb.RENEW)).isZero();
    }

    @Test
    void rejectCrash_startConfirmsTheLease() throws Throwable {
        rejectCrashes();
        bench.store.delay(Verb.START);
        bench.store.cut(Verb.RENEW);
        CompletableFuture<Object> call = later(1).get(0);
        Awaitility.await().until(() -> bench.store.count(Verb.START) == 1);
        bench.timer.advance(LEASE);
        bench.store.deliver();

        assertThat(call.get()).isEqualTo("receipt 1");
        assertThat(bench.store.count(Verb.CLAIM))
                .as("a start that took a whole lease is no start")
                .isEqualTo(2);
    }

    @Test
    void rejectCrash_methodThrew_isReleasedAndRunsAgain() throws Throwable {
        rejectCrashes();
        assertThatThrownBy(() -> bench.call("1", () -> {
                    throw new IOException("upstream");
                }))
                .isInstanceOf(IOException.class);

        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
    }

    // The store fails, LOCAL_ONLY

    @Test
    void localOnly_claimWithoutAnAnswer_isGuardedByThisProcess() throws Throwable {
        localOnly();
        bench.store.cut(Verb.values());

        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
        assertThat(bench.store.count(Verb.CLAIM))
                .as("the second call asks nobody")
                .isEqualTo(1);
        assertThat(bench.call("2", this::receipt)).isEqualTo("receipt 2");
    }

    @Test
    void localOnly_answerOfThisProcess_neverComesAheadOfThatOfTheStore() throws Throwable {
        localOnly();
        bench.store.cut(Verb.values());
        Operation operation = EngineTestBench.operation();
        Object[] arguments = {"1"};
        for (int i = 0; i < 3; i++) {
            assertThat(bench.engine.execute(operation, arguments, this::receipt))
                    .isEqualTo("receipt 1");
        }

        assertThat(bench.engine.known(operation, arguments)).isSameAs(IdempotencyEngine.UNKNOWN);
    }

    @Test
    void localOnly_storeIsBack_keepsItsAnswerHereAndTellsTheStoreNothing() throws Throwable {
        localOnly();
        bench.store.cut(Verb.values());
        bench.call("1", this::receipt);
        bench.store.mend();
        bench.timer.advance(Duration.ofMinutes(1));

        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
        assertThat(bench.store.count(Verb.COMPLETE)).isZero();
        assertThat(bench.shared
                        .find(address("1"), fingerprint("1"))
                        .toCompletableFuture()
                        .join())
                .isEqualTo(new FindReply.Absent());
    }

    @Test
    void localOnly_storeAnswers_isGuardedByTheStore() throws Throwable {
        localOnly();

        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
        assertThat(bench.shared
                        .find(address("1"), fingerprint("1"))
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(Completed.class);
        assertThat(bench.alone.peek(address("1"), fingerprint("1"))).isEmpty();
    }

    @Test
    void localOnly_onceToldInProgress_neverRunsBesideTheOwner() throws Throwable {
        localOnly();
        foreignClaim();
        CompletableFuture<Object> waiter = later(1).get(0);
        awaitWaiting(1);
        bench.store.cut(Verb.values());

        bench.timer.advance(LOCK_WAIT);

        assertThat(failureOf(waiter)).isInstanceOf(StoreUnavailableException.class);
        assertThat(runs).hasValue(0);
    }

    @Test
    void localOnly_duplicatesAtOnce_runOnce() throws Throwable {
        localOnly();
        bench.store.cut(Verb.values());
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<Object>> calls = IntStream.range(0, 8)
                .mapToObj(i -> bench.callLater("1", () -> {
                    go.await();
                    return receipt();
                }))
                .toList();
        awaitWaiting(7);
        go.countDown();

        for (CompletableFuture<Object> call : calls) {
            assertThat(call.get()).isEqualTo("receipt 1");
        }
    }

    @Test
    void localOnly_failedRun_isNotRemembered() throws Throwable {
        localOnly();
        bench.store.cut(Verb.values());
        assertThatThrownBy(() -> bench.call("1", () -> {
                    throw new IOException("upstream");
                }))
                .isInstanceOf(IOException.class);

        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
    }

    @Test
    void localOnly_otherContentUnderTheSameClientKey_isAConflict() throws Throwable {
        localOnly();
        bench.store.cut(Verb.values());
        bench.engine.execute(keyedOperation(), new Object[] {"k-1", "A"}, this::receipt);

        assertThatThrownBy(() -> bench.engine.execute(keyedOperation(), new Object[] {"k-1", "B"}, this::receipt))
                .isInstanceOf(KeyConflictException.class);
        assertThat(runs).hasValue(1);
    }

    @Test
    void guard_withLocalOnlyAndNoFallback_isNotPossible() {
        localOnly();

        assertThatThrownBy(() -> new Guard(bench.policy, bench.store))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LOCAL_ONLY");
    }

    // A dead store

    @Test
    void deadStore_afterThreeCostlyClaims_isAskedOnceASecond() throws Throwable {
        bench.store.hang(Duration.ofSeconds(2), bench.timer);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> bench.call("1", this::receipt)).hasMessageContaining("gave no answer");
        }
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> bench.call("1", this::receipt))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("once a second");
        }
        assertThat(bench.store.count(Verb.CLAIM)).isEqualTo(3);

        bench.store.mend();
        bench.timer.advance(Duration.ofSeconds(1));
        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
        assertThat(bench.call("2", this::receipt)).isEqualTo("receipt 2");
    }

    @Test
    void deadStore_withLocalOnly_costsNoTimeOut() throws Throwable {
        localOnly();
        bench.store.hang(Duration.ofSeconds(2), bench.timer);
        for (int i = 0; i < 3; i++) {
            bench.call("order " + i, this::receipt);
        }
        long before = bench.timer.nanoTime();

        assertThat(bench.call("later", this::receipt)).isEqualTo("receipt 4");
        assertThat(bench.timer.nanoTime()).isEqualTo(before);
    }

    private void rejectCrashes() {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withOnOwnerCrash(OwnerCrash.REJECT));
    }

    private void localOnly() {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withOnStoreFailure(StoreFailure.LOCAL_ONLY));
    }

    private Claim foreignClaim() {
        ClaimReply.Granted granted = (ClaimReply.Granted)
                bench.shared.claim(foreignRequest("1")).toCompletableFuture().join();
        return foreignRequest("1").granted(granted.grant());
    }

    private void start(Claim claim) {
        assertThat(bench.shared.start(claim).toCompletableFuture().join()).isTrue();
    }

    private List<CompletableFuture<Object>> later(int calls) {
        return IntStream.range(0, calls)
                .mapToObj(i -> bench.callLater("1", this::receipt))
                .toList();
    }

    private void awaitWaiting(int calls) {
        Awaitility.await().until(() -> bench.timer.pending() >= calls);
    }

    private static Throwable failureOf(CompletableFuture<Object> call) throws InterruptedException {
        try {
            throw new AssertionError("answered: " + call.get());
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }
}
