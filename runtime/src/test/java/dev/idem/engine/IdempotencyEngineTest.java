package dev.idem.engine;

import static dev.idem.engine.EngineTestBench.LEASE;
import static dev.idem.engine.EngineTestBench.LOCK_WAIT;
import static dev.idem.engine.EngineTestBench.TTL;
import static dev.idem.engine.EngineTestBench.address;
import static dev.idem.engine.EngineTestBench.fingerprint;
import static dev.idem.engine.EngineTestBench.foreignRequest;
import static dev.idem.engine.EngineTestBench.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.CallInProgressException;
import dev.idem.IdempotencyKeyException;
import dev.idem.KeyConflictException;
import dev.idem.OutcomeUnavailableException;
import dev.idem.StoreUnavailableException;
import dev.idem.UnknownTenantException;
import dev.idem.codec.ResultType;
import dev.idem.engine.FaultyStore.Verb;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completed;
import dev.idem.store.Completion;
import dev.idem.store.Held;
import dev.idem.store.Payload;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each state of the algorithm and each way out of it, on a clock that the test moves. */
final class IdempotencyEngineTest {

    private final EngineTestBench bench = new EngineTestBench();
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        bench.close();
    }

    private Object receipt() {
        return "receipt " + runs.incrementAndGet();
    }

    // One process, one call after the other

    @Test
    void call_first_runsAndASecondGetsItsAnswer() throws Throwable {
        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
        assertThat(bench.call("2", this::receipt)).isEqualTo("receipt 2");
    }

    @Test
    void call_afterTheTtl_runsAgain() throws Throwable {
        bench.call("1", this::receipt);
        bench.timer.advance(TTL);

        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 2");
    }

    @Test
    void call_thatReturnedNull_isReplayedAsNull() throws Throwable {
        bench.call("1", () -> {
            runs.incrementAndGet();
            return null;
        });

        assertThat(bench.call("1", this::receipt)).isNull();
        assertThat(runs).hasValue(1);
    }

    @Test
    void call_thatThrew_passesItsThrowableAndIsNotRemembered() throws Throwable {
        for (Throwable failure : List.of(new IOException("checked"), new StackOverflowError(), new AssertionError())) {
            assertThatThrownBy(() -> bench.call("1", () -> {
                        throw failure;
                    }))
                    .isSameAs(failure);
        }
        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
    }

    @Test
    void call_disabledOrUnless_goesStraightThroughAndAsksNobody() throws Throwable {
        bench.call("straight", this::receipt);
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withEnabled(false));
        bench.call("1", this::receipt);
        bench.call("1", this::receipt);

        assertThat(runs).hasValue(3);
        assertThat(bench.store.commands()).isEmpty();
    }

    @Test
    void call_withoutAnyContent_isRefused() {
        assertThatThrownBy(() -> bench.call(null, this::receipt))
                .isInstanceOf(IdempotencyKeyException.class)
                .hasMessageContaining("charge has no key");
        assertThat(runs).hasValue(0);
    }

    @Test
    void calls_ofDifferentTenants_areDifferent() throws Throwable {
        bench.tenant = Optional.of("acme");
        bench.call("1", this::receipt);
        bench.tenant = Optional.of("other");
        bench.call("1", this::receipt);
        bench.tenant = Optional.of("-");
        bench.call("1", this::receipt);
        bench.tenant = Optional.empty();

        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 4");
    }

    @Test
    void call_whoseTenantIsUnknown_isRefused() {
        bench.tenant = null;

        assertThatThrownBy(() -> bench.call("1", this::receipt))
                .isInstanceOf(UnknownTenantException.class)
                .hasMessageContaining("tenant");
        assertThat(runs).hasValue(0);
    }

    @Test
    void call_withAKeyInUseForOtherContent_isAConflictAndNeverRuns() {
        bench.shared.claim(new ClaimRequest(address("1"), fingerprint("2"), "foreign", LEASE, TTL, false));

        assertThatThrownBy(() -> bench.call("1", this::receipt))
                .isInstanceOf(KeyConflictException.class)
                .hasMessageContaining(address("1").key());
        assertThat(runs).hasValue(0);
    }

    // One process, many threads

    @Test
    void calls_atOnce_runOnce() throws Throwable {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Object> first = bench.callLater("1", () -> {
            running.countDown();
            go.await();
            return receipt();
        });
        running.await();
        List<CompletableFuture<Object>> duplicates = duplicates(16);
        awaitPending(16 + 1);
        go.countDown();

        assertThat(first.get()).isEqualTo("receipt 1");
        for (CompletableFuture<Object> duplicate : duplicates) {
            assertThat(duplicate.get()).isEqualTo("receipt 1");
        }
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.COMPLETE);
    }

    @Test
    void calls_waitingForOneThatFails_areTakenOverByExactlyOneEachTime() throws Throwable {
        int failures = 3;
        CountDownLatch go = new CountDownLatch(1);
        Invocation failsAtFirst = () -> {
            go.await();
            if (runs.incrementAndGet() <= failures) {
                throw new IOException("not yet");
            }
            return "done";
        };
        List<CompletableFuture<Object>> calls = IntStream.range(0, 12)
                .mapToObj(i -> bench.callLater("1", failsAtFirst))
                .toList();
        awaitPending(11 + 1);
        go.countDown();

        long failed = calls.stream()
                .filter(call -> failureOf(call) instanceof IOException)
                .count();
        assertThat(failed).isEqualTo(failures);
        assertThat(runs).hasValue(failures + 1);
    }

    @Test
    void call_waitingTooLong_isRefusedAndTheFirstGoesOn() throws Throwable {
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Object> first = runningUntil(go);
        CompletableFuture<Object> second = duplicates(1).get(0);
        awaitPending(1 + 1);

        bench.timer.advance(LOCK_WAIT);

        Throwable refusal = failureOf(second);
        assertThat(refusal).isInstanceOf(CallInProgressException.class).hasMessageContaining("lockWait");
        assertThat(refusal.getStackTrace())
                .as("the stack is the caller's, not that of the clock")
                .anyMatch(frame -> frame.getMethodName().equals("execute"))
                .noneMatch(frame -> frame.getClassName().contains("ManualTimer"));
        go.countDown();
        assertThat(first.get()).isEqualTo("receipt 1");
    }

    @Test
    void call_withoutPatience_isRefusedAtOnce() throws Throwable {
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Object> first = runningUntil(go);
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withLockWait(Duration.ZERO));

        assertThatThrownBy(() -> bench.call("1", this::receipt)).isInstanceOf(CallInProgressException.class);
        go.countDown();
        assertThat(first.get()).isEqualTo("receipt 1");
    }

    @Test
    void call_interruptedWhileItWaits_isRefusedAndKeepsItsFlag() throws Throwable {
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Object> first = runningUntil(go);
        AtomicBoolean flag = new AtomicBoolean();
        CompletableFuture<Throwable> refused = new CompletableFuture<>();
        Thread waiter = new Thread(() -> {
            try {
                refused.complete(new AssertionError("answered: " + bench.call("1", this::receipt)));
            } catch (Throwable failure) {
                flag.set(Thread.currentThread().isInterrupted());
                refused.complete(failure);
            }
        });
        waiter.start();
        awaitPending(1 + 1);
        waiter.interrupt();

        assertThat(refused.get()).isInstanceOf(CallInProgressException.class).hasMessageContaining("interrupted");
        assertThat(flag).isTrue();
        go.countDown();
        assertThat(first.get()).isEqualTo("receipt 1");
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.COMPLETE);
    }

    @Test
    void call_madeByAnInterruptedThread_runsAndKeepsItsFlag() throws Throwable {
        Thread.currentThread().interrupt();

        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
        assertThat(Thread.interrupted()).isTrue();
    }

    // Another process holds the claim

    @Test
    void call_heldElsewhere_getsTheAnswerWhenItIsThere() throws Throwable {
        Claim foreign = foreignClaim();
        CompletableFuture<Object> waiting = duplicates(1).get(0);
        awaitPending(1);

        bench.shared.complete(new Completion(foreign, valuePayload("theirs"), Duration.ZERO));

        assertThat(waiting.get()).isEqualTo("theirs");
        assertThat(runs).hasValue(0);
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.CLAIM);
    }

    @Test
    void call_heldElsewhereByManyThreads_asksTheStoreForAllOfThemOnce() throws Throwable {
        Claim foreign = foreignClaim();
        List<CompletableFuture<Object>> waiting = duplicates(8);
        awaitPending(8);

        bench.shared.complete(new Completion(foreign, valuePayload("theirs"), Duration.ZERO));

        for (CompletableFuture<Object> call : waiting) {
            assertThat(call.get()).isEqualTo("theirs");
        }
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.CLAIM);
    }

    @Test
    void call_heldByADeadOwner_runsWhenTheLeaseIsOver() throws Throwable {
        foreignClaim();
        CompletableFuture<Object> waiting = duplicates(1).get(0);
        awaitPending(1);

        bench.timer.advance(LEASE);

        assertThat(waiting.get()).isEqualTo("receipt 1");
    }

    @Test
    void call_heldByALivingOwner_isRefusedWhenItsTimeIsUp() throws Throwable {
        Claim foreign = foreignClaim();
        CompletableFuture<Object> waiting = duplicates(1).get(0);
        awaitPending(1);

        for (int i = 0; i < 6; i++) {
            bench.timer.advance(Duration.ofSeconds(9));
            bench.shared.renew(List.of(foreign));
        }
        bench.timer.advance(Duration.ofSeconds(6));

        CallInProgressException refusal = (CallInProgressException) failureOf(waiting);
        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(24));
        assertThat(runs).hasValue(0);
    }

    @Test
    void call_whoseWakeUpWasLost_looksOnceMoreBeforeItGivesUp() throws Throwable {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withLockWait(Duration.ofSeconds(10)));
        Claim foreign = foreignClaim();
        bench.store.loseWakeUps();
        CompletableFuture<Object> waiting = duplicates(1).get(0);
        awaitPending(1);
        bench.shared.complete(new Completion(foreign, valuePayload("theirs"), Duration.ZERO));

        bench.timer.advance(Duration.ofSeconds(10));

        assertThat(waiting.get()).isEqualTo("theirs");
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.FIND);
    }

    @Test
    void call_whoseWakeUpOvertakesTheReply_claimsAgainAtOnce() throws Throwable {
        Claim foreign = foreignClaim();
        bench.store.delay(Verb.CLAIM);
        CompletableFuture<Object> waiting = duplicates(1).get(0);
        Awaitility.await().until(() -> bench.store.count(Verb.CLAIM) == 1);
        bench.shared.complete(new Completion(foreign, valuePayload("theirs"), Duration.ZERO));

        Awaitility.await().until(() -> {
            bench.store.deliver();
            return waiting.isDone();
        });

        assertThat(waiting.get()).isEqualTo("theirs");
    }

    @Test
    void call_heldElsewhereWithoutPatience_isRefusedWithTheRestOfTheLease() {
        foreignClaim();
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withLockWait(Duration.ZERO));

        assertThatThrownBy(() -> bench.call("1", this::receipt))
                .isInstanceOfSatisfying(
                        CallInProgressException.class,
                        refusal -> assertThat(refusal.retryAfter()).isEqualTo(LEASE));
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM);
    }

    // The store fails

    @Test
    void call_whoseClaimGetsNoAnswer_isRefusedAndTheClaimIsWithdrawnUntilTheStoreAnswers() throws Throwable {
        bench.store.cut(Verb.CLAIM, Verb.WITHDRAW);

        assertThatThrownBy(() -> bench.call("1", this::receipt))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("Nothing was run");
        assertThat(runs).hasValue(0);

        bench.timer.advance(Duration.ofMinutes(1));
        long tried = bench.store.count(Verb.WITHDRAW);
        assertThat(tried).isGreaterThan(3);
        bench.store.mend();
        bench.timer.advance(Duration.ofMinutes(1));
        assertThat(bench.store.count(Verb.WITHDRAW)).isEqualTo(tried + 1);
        assertThat(bench.timer.pending()).isZero();
        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
    }

    @Test
    void calls_whoseLeaderGetsNoAnswer_areRefusedTogether() throws Throwable {
        bench.store.delay(Verb.CLAIM);
        List<CompletableFuture<Object>> calls = duplicates(4);
        awaitPending(3);
        bench.store.deliverAsFailures();

        for (CompletableFuture<Object> call : calls) {
            assertThat(failureOf(call)).isInstanceOf(StoreUnavailableException.class);
        }
        assertThat(runs).hasValue(0);
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.WITHDRAW);
    }

    @Test
    void call_grantedLaterThanALease_claimsAgainBeforeItRuns() throws Throwable {
        bench.store.delay(Verb.CLAIM);
        CompletableFuture<Object> slow = duplicates(1).get(0);
        Awaitility.await().until(() -> bench.store.count(Verb.CLAIM) == 1);
        bench.timer.advance(LEASE);
        bench.store.cut(Verb.RENEW);
        bench.store.deliver();

        assertThat(slow.get()).isEqualTo("receipt 1");
        assertThat(bench.store.count(Verb.CLAIM)).isEqualTo(2);
    }

    @Test
    void call_whoseOutcomeCannotBeRecorded_keepsItsResultAndSharesItUntilTheStoreIsBack() throws Throwable {
        bench.store.cut(Verb.COMPLETE);

        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");

        bench.timer.advance(LEASE.multipliedBy(3));
        assertThat(bench.shared.claim(foreignRequest("1")).toCompletableFuture().get())
                .as("the claim is renewed meanwhile")
                .isInstanceOf(Held.class);
        bench.store.mend();
        bench.timer.advance(Duration.ofSeconds(10));

        assertThat(bench.shared.claim(foreignRequest("1")).toCompletableFuture().get())
                .isInstanceOf(Completed.class);
        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
        bench.timer.advance(LEASE);
        assertThat(bench.timer.pending()).isZero();
    }

    @Test
    void call_whoseOutcomeCanNeverBeRecorded_isForgottenAfterItsTtl() throws Throwable {
        bench.store.cut(Verb.COMPLETE, Verb.RENEW);
        bench.call("1", this::receipt);

        bench.timer.advance(TTL.plus(LEASE));

        assertThat(bench.timer.pending()).isZero();
        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 2");
    }

    @Test
    void call_whoseReleaseGetsNoAnswer_passesItsFailureAndIsReleasedWhenTheStoreIsBack() throws Throwable {
        bench.store.cut(Verb.RELEASE);
        IOException failure = new IOException("upstream");

        assertThatThrownBy(() -> bench.call("1", () -> {
                    throw failure;
                }))
                .isSameAs(failure);

        bench.store.mend();
        bench.timer.advance(Duration.ofSeconds(1));
        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
    }

    // Leases

    @Test
    void call_thatRunsLongerThanItsLease_keepsItsClaim() throws Throwable {
        Object answer = bench.call("1", () -> {
            bench.timer.advance(LEASE.multipliedBy(5));
            assertThat(bench.shared
                            .claim(foreignRequest("1"))
                            .toCompletableFuture()
                            .get())
                    .isInstanceOf(Held.class);
            return receipt();
        });

        assertThat(answer).isEqualTo("receipt 1");
        assertThat(bench.store.count(Verb.RENEW)).isEqualTo(15);
    }

    @Test
    void call_thatHangs_keepsItsClaimForItsTtlOnly() throws Throwable {
        bench.call("1", () -> {
            bench.timer.advance(TTL.plus(LEASE));
            assertThat(bench.shared
                            .claim(foreignRequest("1"))
                            .toCompletableFuture()
                            .get())
                    .isInstanceOf(ClaimReply.Granted.class);
            return receipt();
        });
    }

    @Test
    void call_thatRunsLongerThanAShortTtl_keepsItsClaimForTenLeases() throws Throwable {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withTtl(Duration.ofSeconds(3)));

        bench.call("1", () -> {
            bench.timer.advance(LEASE.multipliedBy(9));
            assertThat(bench.shared
                            .claim(foreignRequest("1"))
                            .toCompletableFuture()
                            .get())
                    .isInstanceOf(Held.class);
            return receipt();
        });
    }

    @Test
    void call_whoseLeaseWasTaken_returnsTheOutcomeThatWasFirst() throws Throwable {
        Object answer = bench.call("1", () -> {
            bench.store.cut(Verb.RENEW);
            bench.timer.advance(LEASE);
            Claim foreign = foreignClaim();
            bench.shared.complete(new Completion(foreign, valuePayload("theirs"), Duration.ZERO));
            return receipt();
        });

        assertThat(answer).isEqualTo("theirs");
        assertThat(bench.call("1", this::receipt)).isEqualTo("theirs");
    }

    @Test
    void call_evictedWhileItRuns_keepsItsResultAndIsNotRecorded() throws Throwable {
        Object answer = bench.call("1", () -> {
            bench.shared.evict(address("1"), TTL);
            return receipt();
        });

        assertThat(answer).isEqualTo("receipt 1");
        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 2");
    }

    @Test
    void call_thatReturned_isRenewedNoMore() throws Throwable {
        bench.call("1", this::receipt);
        bench.timer.advance(LEASE);

        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.COMPLETE);
        assertThat(bench.timer.pending()).isZero();
    }

    @Test
    void call_thatThrew_isRenewedNoMore() {
        assertThatThrownBy(() -> bench.call("1", () -> {
            throw new IOException("upstream");
        }));
        bench.timer.advance(LEASE);

        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.RELEASE);
        assertThat(bench.timer.pending()).isZero();
    }

    @Test
    void call_whoseLeaseIsKnownLost_isRenewedNoMore() throws Throwable {
        bench.call("1", () -> {
            bench.shared.evict(address("1"), TTL);
            bench.timer.advance(LEASE.multipliedBy(3));
            return receipt();
        });

        assertThat(bench.store.count(Verb.RENEW)).isEqualTo(1);
    }

    // Outcomes that cannot be given back

    @Test
    void call_whoseResultHasNoEncoding_keepsItAndIsNeverRunAgain() throws Throwable {
        for (String result : List.of("unencodable", "too deep")) {
            assertThat(bench.call(result, () -> result)).isEqualTo(result);

            assertUnavailable(() -> bench.call(result, this::receipt), "could not be encoded");
        }
        assertThat(runs).hasValue(0);
    }

    @Test
    void call_whoseRecordCannotBeRead_isNeverRunAgain() throws Throwable {
        for (Payload foreign :
                List.of(valuePayload("broken"), new Payload(new byte[0]), new Payload(new byte[] {99}))) {
            bench.shared.evict(address("1"), TTL);
            bench.shared.complete(new Completion(foreignClaim(), foreign, Duration.ZERO));

            assertUnavailable(() -> bench.call("1", this::receipt), "shop");
        }
    }

    @Test
    void call_recordedAsAnotherType_isNeverRunAgain() throws Throwable {
        bench.call("1", this::receipt);
        Operation sameNameOtherType = operation("charge", ResultType.of(List.class, ResultType.of(String.class)));

        assertUnavailable(
                () -> bench.engine.execute(sameNameOtherType, new Object[] {"1"}, () -> List.of()),
                "another type than java.util.List<java.lang.String>");
        assertThat(runs).hasValue(1);
    }

    private void assertUnavailable(ThrowingCallable call, String reason) {
        assertThatThrownBy(call)
                .isInstanceOf(OutcomeUnavailableException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("not run a second time");
    }

    // Words of the tests above

    private CompletableFuture<Object> runningUntil(CountDownLatch go) throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CompletableFuture<Object> call = bench.callLater("1", () -> {
            running.countDown();
            go.await();
            return receipt();
        });
        running.await();
        return call;
    }

    private List<CompletableFuture<Object>> duplicates(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> bench.callLater("1", this::receipt))
                .toList();
    }

    /** Waits until so many tasks wait for their time: one for each waiter, and one of the keeper's while a call runs. */
    private void awaitPending(int tasks) {
        Awaitility.await().until(() -> bench.timer.pending() == tasks);
    }

    private Claim foreignClaim() {
        ClaimReply.Granted granted = (ClaimReply.Granted)
                bench.shared.claim(foreignRequest("1")).toCompletableFuture().join();
        return foreignRequest("1").granted(granted.grant());
    }

    private static Throwable failureOf(CompletableFuture<Object> call) {
        try {
            call.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Payload valuePayload(String text) {
        Call call = new Call(operation(), new Guard(bench.policy, bench.store), address("1"), fingerprint("1"));
        return new Outcomes(bench.codec, bench.limits.maxOutcomeSize()).encode(call, text);
    }
}
