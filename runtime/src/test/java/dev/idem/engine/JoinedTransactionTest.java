package dev.idem.engine;

import static dev.idem.engine.EngineTestBench.LEASE;
import static dev.idem.engine.EngineTestBench.TTL;
import static dev.idem.engine.EngineTestBench.address;
import static dev.idem.engine.EngineTestBench.foreignRequest;
import static dev.idem.engine.EngineTestBench.keyedOperation;
import static dev.idem.engine.EngineTestBench.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.idem.CallInProgressException;
import dev.idem.KeyConflictException;
import dev.idem.OwnerCrash;
import dev.idem.ReentrantCallException;
import dev.idem.engine.FaultyStore.Verb;
import dev.idem.engine.ManualTransactions.ManualTransaction;
import dev.idem.engine.Transactions.End;
import dev.idem.engine.Transactions.Participant;
import dev.idem.engine.Transactions.Transaction;
import dev.idem.store.ClaimReply;
import dev.idem.store.Completed;
import dev.idem.store.Held;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that share the fate of their caller's transaction. */
final class JoinedTransactionTest {

    private final EngineTestBench bench = new EngineTestBench();
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        bench.close();
    }

    private Object receipt() {
        return "receipt " + runs.incrementAndGet();
    }

    private Object joining(String order, Invocation invocation) throws Throwable {
        return bench.engine.execute(operation().joiningTransaction(), new Object[] {order}, invocation);
    }

    private CompletableFuture<Object> joiningLater(String order) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        bench.threads.execute(() -> {
            try {
                answer.complete(joining(order, this::receipt));
            } catch (Throwable failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    @Test
    void call_inATransaction_isRecordedWhenItCommits() throws Throwable {
        ManualTransaction transaction = bench.transactions.begin();

        assertThat(joining("1", this::receipt)).isEqualTo("receipt 1");
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM);
        transaction.commit();

        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.COMPLETE);
        assertThat(joining("1", this::receipt)).isEqualTo("receipt 1");
    }

    @Test
    void call_inATransactionThatRollsBack_isReleasedAndRunsAgain() throws Throwable {
        ManualTransaction transaction = bench.transactions.begin();
        joining("1", this::receipt);

        transaction.end(End.ROLLED_BACK);

        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.RELEASE);
        assertThat(joining("1", this::receipt)).isEqualTo("receipt 2");
    }

    @Test
    void call_againInsideTheTransaction_getsThePendingOutcomeAtOnce() throws Throwable {
        ManualTransaction transaction = bench.transactions.begin();
        joining("1", this::receipt);

        assertThat(joining("1", this::receipt)).isEqualTo("receipt 1");
        assertThat(joining("2", this::receipt)).isEqualTo("receipt 2");
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.CLAIM);
        transaction.commit();
        assertThat(joining("2", this::receipt)).isEqualTo("receipt 2");
    }

    @Test
    void call_whoseTransactionEndsUnknown_neitherCompletesNorReleasesAndLapses() throws Throwable {
        ManualTransaction transaction = bench.transactions.begin();
        joining("1", this::receipt);

        transaction.end(End.UNKNOWN);
        bench.timer.advance(LEASE.minusSeconds(1));

        assertThat(bench.shared.claim(foreignRequest("1")).toCompletableFuture().join())
                .isInstanceOf(Held.class);
        bench.timer.advance(Duration.ofSeconds(1));
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM);
        assertThat(joining("1", this::receipt)).isEqualTo("receipt 2");
    }

    @Test
    void call_elsewhere_waitsForTheEndOfTheTransaction() throws Throwable {
        ManualTransaction transaction = bench.transactions.begin();
        joining("1", this::receipt);
        CompletableFuture<Object> waiter = joiningLater("1");
        Awaitility.await().until(() -> bench.timer.pending() == 2);

        bench.timer.advance(LEASE);
        assertThat(waiter).as("the claim is renewed until the transaction ends").isNotDone();
        transaction.commit();

        assertThat(waiter.get()).isEqualTo("receipt 1");
    }

    @Test
    void calls_waitingForATransactionThatRollsBack_areTakenOver() throws Throwable {
        ManualTransaction transaction = bench.transactions.begin();
        joining("1", this::receipt);
        CompletableFuture<Object> waiter = joiningLater("1");
        Awaitility.await().until(() -> bench.timer.pending() == 2);

        transaction.end(End.ROLLED_BACK);

        assertThat(waiter.get()).isEqualTo("receipt 2");
    }

    @Test
    void calls_inOppositeOrder_areBoundedByLockWaitAndNameWhatTheirTransactionHolds() throws Throwable {
        bench.transactions.begin();
        joining("1", this::receipt);
        ClaimReply other =
                bench.shared.claim(foreignRequest("2")).toCompletableFuture().join();
        assertThat(other).isInstanceOf(ClaimReply.Granted.class);
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withLockWait(Duration.ZERO));

        assertThatThrownBy(() -> joining("2", this::receipt))
                .isInstanceOf(CallInProgressException.class)
                .hasMessageContaining(
                        "Its transaction holds [charge [" + address("1").key() + "]]");
    }

    @Test
    void call_withoutATransaction_isRecordedWhenItReturns() throws Throwable {
        joining("1", this::receipt);

        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.COMPLETE);
    }

    @Test
    void call_thatDoesNotJoin_isRecordedWhateverBecomesOfTheTransaction() throws Throwable {
        ManualTransaction transaction = bench.transactions.begin();
        bench.call("1", this::receipt);
        transaction.end(End.ROLLED_BACK);

        assertThat(bench.call("1", this::receipt)).isEqualTo("receipt 1");
    }

    @Test
    void call_thatThrows_isReleasedAtOnceAndTheEndChangesNothing() throws Throwable {
        ManualTransaction transaction = bench.transactions.begin();
        assertThatThrownBy(() -> joining("1", () -> {
                    throw new IOException("upstream");
                }))
                .isInstanceOf(IOException.class);
        assertThat(joining("1", this::receipt)).isEqualTo("receipt 1");

        transaction.commit();

        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.RELEASE, Verb.CLAIM, Verb.COMPLETE);
    }

    @Test
    void call_thatThrew_hasNoPartInTheCommit() throws Throwable {
        ManualTransaction transaction = bench.transactions.begin();
        assertThatThrownBy(() -> joining("1", () -> {
                    throw new IOException("upstream");
                }))
                .isInstanceOf(IOException.class);
        bench.timer.advance(LEASE);
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withLockWait(Duration.ZERO));
        bench.shared.claim(foreignRequest("2"));

        assertThatThrownBy(() -> joining("2", this::receipt))
                .isInstanceOf(CallInProgressException.class)
                .hasMessageNotContaining("transaction");
        transaction.commit();
        assertThat(bench.store.count(Verb.RELEASE)).isEqualTo(1);
    }

    @Test
    void call_ofAnotherKeyOrContent_getsNoPendingOutcome() throws Throwable {
        ManualTransaction transaction = bench.transactions.begin();
        Operation pay = keyedOperation().joiningTransaction();
        assertThat(bench.engine.execute(pay, new Object[] {"k-1", "A"}, this::receipt))
                .isEqualTo("receipt 1");

        assertThat(bench.engine.execute(pay, new Object[] {"k-2", "A"}, this::receipt))
                .isEqualTo("receipt 2");
        assertThatThrownBy(() -> bench.engine.execute(pay, new Object[] {"k-1", "B"}, this::receipt))
                .isInstanceOf(KeyConflictException.class);
        transaction.commit();
    }

    @Test
    void result_thatIsNotRecorded_isPendingUntilTheCommitAndThenForgotten() throws Throwable {
        Operation unrecorded = operation().withRecordIf(result -> false).joiningTransaction();
        ManualTransaction transaction = bench.transactions.begin();
        bench.engine.execute(unrecorded, new Object[] {"1"}, this::receipt);

        assertThat(bench.engine.execute(unrecorded, new Object[] {"1"}, this::receipt))
                .isEqualTo("receipt 1");
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM);
        transaction.commit();

        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.RELEASE);
        assertThat(bench.engine.execute(unrecorded, new Object[] {"1"}, this::receipt))
                .isEqualTo("receipt 2");
    }

    @Test
    void call_insideItsOwnRun_isReentrant() throws Throwable {
        ManualTransaction transaction = bench.transactions.begin();
        joining("1", () -> {
            assertThatThrownBy(() -> joining("1", this::receipt)).isInstanceOf(ReentrantCallException.class);
            return receipt();
        });
        bench.transactions.suspend();

        assertThatThrownBy(() -> joining("1", this::receipt))
                .as("outside its transaction, the thread would wait for itself")
                .isInstanceOf(ReentrantCallException.class);
        transaction.commit();
        assertThat(joining("1", this::receipt)).isEqualTo("receipt 1");
    }

    @Test
    void commit_onAClaimThatMayBeLost_isRefused() throws Throwable {
        ManualTransaction transaction = bench.transactions.begin();
        joining("1", this::receipt);
        bench.store.cut(Verb.RENEW);
        bench.timer.advance(LEASE);

        assertThatThrownBy(transaction::commit)
                .isInstanceOf(CallInProgressException.class)
                .hasMessageContaining("lost its claim before its transaction could commit");
        transaction.end(End.ROLLED_BACK);
        assertThat(joining("1", this::receipt)).isEqualTo("receipt 2");
    }

    @Test
    void commit_withinALeaseOfTheStart_isDone() throws Throwable {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withOnOwnerCrash(OwnerCrash.REJECT));
        bench.store.delay(Verb.CLAIM);
        bench.store.cut(Verb.RENEW);
        AtomicReference<ManualTransaction> transaction = new AtomicReference<>();
        CompletableFuture<Object> call = new CompletableFuture<>();
        bench.threads.execute(() -> {
            transaction.set(bench.transactions.begin());
            try {
                call.complete(joining("1", this::receipt));
            } catch (Throwable failure) {
                call.completeExceptionally(failure);
            }
        });
        Awaitility.await().until(() -> bench.store.count(Verb.CLAIM) == 1);
        bench.timer.advance(LEASE.dividedBy(2));
        bench.store.deliver();
        assertThat(call.get()).isEqualTo("receipt 1");
        bench.timer.advance(LEASE.minusSeconds(1));

        transaction.get().commit();

        assertThat(bench.store.count(Verb.COMPLETE)).isEqualTo(1);
    }

    @Test
    void commit_afterAnEviction_isNotRecorded() throws Throwable {
        ManualTransaction transaction = bench.transactions.begin();
        joining("1", this::receipt);
        bench.shared.evict(address("1"), TTL);

        transaction.commit();

        assertThat(joining("1", this::receipt)).isEqualTo("receipt 2");
    }

    @Test
    void commit_whileTheStoreGivesNoAnswer_keepsTheOutcomeUntilItIsBack() throws Throwable {
        ManualTransaction transaction = bench.transactions.begin();
        joining("1", this::receipt);
        bench.store.cut(Verb.COMPLETE);
        transaction.commit();
        assertThat(joining("1", this::receipt)).isEqualTo("receipt 1");

        bench.store.mend();
        bench.timer.advance(Duration.ofSeconds(10));
        assertThat(bench.shared.claim(foreignRequest("1")).toCompletableFuture().join())
                .isInstanceOf(Completed.class);
    }

    @Test
    void exceptionThatIsAnOutcome_sharesTheFateOfTheTransaction() throws Throwable {
        Operation declining = operation().joiningTransaction().withReplay(List.of(EngineTestBench.BROKEN));
        ThrowingCallable call = () -> bench.engine.execute(declining, new Object[] {"1"}, () -> {
            throw new IllegalStateException("run " + runs.incrementAndGet());
        });
        for (End end : List.of(End.ROLLED_BACK, End.COMMITTED)) {
            ManualTransaction transaction = bench.transactions.begin();
            String first = catchThrowable(call).getMessage();
            assertThat(catchThrowable(call)).as("the pending outcome").hasMessage(first);
            transaction.end(end);
        }

        assertThat(catchThrowable(call)).hasMessage("run 2");
        assertThat(bench.store.commands())
                .containsExactly(Verb.CLAIM, Verb.RELEASE, Verb.CLAIM, Verb.COMPLETE, Verb.CLAIM);
    }

    @Test
    void resultNotToBeRecorded_isPendingUntilTheTransactionCommits() throws Throwable {
        Operation unrecorded = operation().joiningTransaction().withRecordIf(result -> false);
        ManualTransaction transaction = bench.transactions.begin();
        for (int i = 0; i < 2; i++) {
            assertThat(bench.engine.execute(unrecorded, new Object[] {"1"}, this::receipt))
                    .isEqualTo("receipt 1");
        }
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM);

        transaction.commit();

        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.RELEASE);
        assertThat(bench.engine.execute(unrecorded, new Object[] {"1"}, this::receipt))
                .isEqualTo("receipt 2");
    }

    @Test
    void transactionThatCannotBeJoined_isNoOutcomeOfTheCall() {
        IllegalStateException failure = new IllegalStateException("broken on purpose");
        Transactions broken = () -> Optional.of(new Transaction() {
            @Override
            public void join(Participant participant) {
                throw failure;
            }

            @Override
            public List<Participant> participants() {
                return List.of();
            }
        });
        IdempotencyEngine engine = new IdempotencyEngine(
                "shop",
                Optional::empty,
                operation -> new Guard(bench.policy, bench.store),
                bench.codec,
                EngineLimits.DEFAULT,
                Optional.of(broken));
        Operation declining = operation().joiningTransaction().withReplay(List.of(EngineTestBench.BROKEN));

        assertThat(catchThrowable(() -> engine.execute(declining, new Object[] {"1"}, this::receipt)))
                .isSameAs(failure);

        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.RELEASE);
        assertThat(runs).hasValue(0);
        engine.close();
    }

    @Test
    void engine_thatKnowsNoTransactions_refusesTheCall() {
        IdempotencyEngine engine = new IdempotencyEngine(
                "shop",
                Optional::empty,
                operation -> new Guard(bench.policy, bench.store),
                bench.codec,
                EngineLimits.DEFAULT,
                Optional.empty());

        assertThatThrownBy(() -> engine.execute(operation().joiningTransaction(), new Object[] {"1"}, this::receipt))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Nothing was run");
        assertThat(runs).hasValue(0);
        engine.close();
    }
}
