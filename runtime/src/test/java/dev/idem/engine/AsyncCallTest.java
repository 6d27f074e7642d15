package dev.idem.engine;

import static dev.idem.engine.EngineTestBench.LEASE;
import static dev.idem.engine.EngineTestBench.LOCK_WAIT;
import static dev.idem.engine.EngineTestBench.address;
import static dev.idem.engine.EngineTestBench.fingerprint;
import static dev.idem.engine.EngineTestBench.foreignRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.idem.CallInProgressException;
import dev.idem.IdempotencyKeyException;
import dev.idem.ReentrantCallException;
import dev.idem.StoreUnavailableException;
import dev.idem.engine.FaultyStore.Verb;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.Completed;
import dev.idem.store.Completion;
import dev.idem.store.FindReply;
import dev.idem.store.Held;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls of methods that return a stage. */
final class AsyncCallTest {

    private final EngineTestBench bench = new EngineTestBench();
    private final AtomicInteger runs = new AtomicInteger();
    private final CompletableFuture<Object> work = new CompletableFuture<>();

    @AfterEach
    void close() {
        bench.close();
    }

    private CompletionStage<Object> begin() {
        runs.incrementAndGet();
        return work;
    }

    private CompletableFuture<Object> call(String order, Invocation invocation) throws Throwable {
        return call(bench.engine, order, invocation);
    }

    @SuppressWarnings("unchecked") // what the shape answers
    private static CompletableFuture<Object> call(IdempotencyEngine engine, String order, Invocation invocation)
            throws Throwable {
        return (CompletableFuture<Object>) engine.execute(operation(), new Object[] {order}, invocation);
    }

    private static Operation operation() {
        return EngineTestBench.operation().withShape(ReturnShape.STAGE);
    }

    private static Object answerOf(CompletableFuture<Object> call) throws Throwable {
        try {
            return call.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private FindReply found(String order) {
        return bench.shared
                .find(address(order), fingerprint(order))
                .toCompletableFuture()
                .join();
    }

    @Test
    void call_whoseWorkEndsLater_isAnsweredThenAndReplayedAfterwards() throws Throwable {
        CompletableFuture<Object> first = call("1", this::begin);
        CompletableFuture<Object> second = call("1", this::begin);

        assertThat(Stream.of(first, second)).noneMatch(CompletableFuture::isDone);
        work.complete("receipt");
        assertThat(answerOf(first)).isEqualTo("receipt");
        assertThat(answerOf(second)).isEqualTo("receipt");
        assertThat(answerOf(call("1", this::begin))).isEqualTo("receipt");
        assertThat(runs).hasValue(1);
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.COMPLETE, Verb.CLAIM);
    }

    @Test
    void nullResult_isReplayedAsNull() throws Throwable {
        work.complete(null);

        assertThat(answerOf(call("1", this::begin))).isNull();
        assertThat(answerOf(call("1", this::begin))).isNull();
        assertThat(runs).hasValue(1);
    }

    @Test
    void thousandsOfDuplicates_occupyNoThread() throws Throwable {
        CompletableFuture<Object> first = call("1", this::begin);
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        List<CompletableFuture<Object>> duplicates = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            duplicates.add(call("1", this::begin));
        }

        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(threads + 4);
        assertThat(duplicates).noneMatch(CompletableFuture::isDone);
        work.complete("receipt");
        assertThat(answerOf(first)).isEqualTo("receipt");
        for (CompletableFuture<Object> duplicate : duplicates) {
            assertThat(answerOf(duplicate)).isEqualTo("receipt");
        }
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount())
                .isLessThan(threads + 4 + 2 * Runtime.getRuntime().availableProcessors());
        assertThat(runs).hasValue(1);
    }

    @Test
    void cancelledCaller_detachesOnlyItself() throws Throwable {
        CompletableFuture<Object> first = call("1", this::begin);
        CompletableFuture<Object> second = call("1", this::begin);

        assertThat(first.cancel(true)).isTrue();

        assertThat(work).isNotDone();
        assertThat(found("1")).as("the claim").isInstanceOf(Held.class);
        work.complete("receipt");
        assertThat(answerOf(second)).isEqualTo("receipt");
        assertThat(answerOf(call("1", this::begin))).isEqualTo("receipt");
        assertThat(runs).hasValue(1);
    }

    @Test
    void callerThatTimesOut_detachesOnlyItself() throws Throwable {
        CompletableFuture<Object> first = call("1", this::begin).orTimeout(1, TimeUnit.MILLISECONDS);
        assertThatThrownBy(() -> answerOf(first)).isInstanceOf(TimeoutException.class);

        work.complete("receipt");
        assertThat(answerOf(call("1", this::begin))).isEqualTo("receipt");
        assertThat(runs).hasValue(1);
    }

    @Test
    void cancelledWaiter_touchesNothing() throws Throwable {
        claimElsewhere("1");
        CompletableFuture<Object> waiter = call("1", this::begin);
        assertThat(waiter).isNotDone();

        waiter.cancel(true);

        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM);
        assertThat(found("1")).isInstanceOf(Held.class);
        CompletableFuture<Object> next = call("1", this::begin);
        assertThat(bench.store.commands()).as("the next one leads").containsExactly(Verb.CLAIM, Verb.CLAIM);
        next.cancel(true);
    }

    @Test
    void callerThatHasGoneBeforeItsTurn_leavesTheRunToOthers() throws Throwable {
        bench.store.delay(Verb.CLAIM);
        AtomicInteger runsForNobody = new AtomicInteger();
        CompletableFuture<Object> gone = call("1", () -> {
            runsForNobody.incrementAndGet();
            return begin();
        });
        CompletableFuture<Object> still = call("1", this::begin);
        gone.cancel(true);

        bench.store.deliver();

        work.complete("receipt");
        assertThat(answerOf(still)).isEqualTo("receipt");
        assertThat(runsForNobody).hasValue(0);
        assertThat(bench.store.count(Verb.RELEASE)).isEqualTo(1);
    }

    @Test
    void methodThatThrows_failsTheStageAndFreesTheKey() throws Throwable {
        IOException failure = new IOException("no line");
        CompletableFuture<Object> first = call("1", () -> {
            throw failure;
        });

        assertThatThrownBy(() -> answerOf(first)).isSameAs(failure);
        work.complete("receipt");
        assertThat(answerOf(call("1", this::begin))).isEqualTo("receipt");
    }

    @Test
    void stageThatFails_failsTheCallersStageWithItsCauseAndFreesTheKey() throws Throwable {
        IOException failure = new IOException("no line");
        CompletableFuture<Object> source = new CompletableFuture<>();
        CompletableFuture<Object> first =
                call("1", () -> source.minimalCompletionStage().thenApply(result -> result));
        source.completeExceptionally(failure);

        assertThatThrownBy(() -> answerOf(first)).isSameAs(failure);
        assertThat(found("1")).isInstanceOf(FindReply.Absent.class);
    }

    @Test
    void methodThatReturnsNoStage_failsTheCallAndFreesTheKey() throws Throwable {
        assertThatThrownBy(() -> answerOf(call("1", () -> null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("returned null instead of a stage");
        assertThat(found("1")).isInstanceOf(FindReply.Absent.class);
    }

    @Test
    void owner_thatFails_isFollowedByExactlyOneOther() throws Throwable {
        CompletableFuture<Object> source = new CompletableFuture<>();
        CompletableFuture<Object> first = call("1", source::minimalCompletionStage);
        List<CompletableFuture<Object>> waiters =
                List.of(call("1", this::begin), call("1", this::begin), call("1", this::begin));

        source.completeExceptionally(new IOException("no line"));
        await().untilAtomic(runs, Matchers.is(1));
        work.complete("receipt");

        assertThatThrownBy(() -> answerOf(first)).isInstanceOf(IOException.class);
        for (CompletableFuture<Object> waiter : waiters) {
            assertThat(answerOf(waiter)).isEqualTo("receipt");
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void call_thatWaitsTooLong_failsWithTheHoldersRest() throws Throwable {
        claimElsewhere("1");
        CompletableFuture<Object> waiter = call("1", this::begin);
        for (Duration time = Duration.ZERO; time.compareTo(LOCK_WAIT) < 0; time = time.plus(LEASE.dividedBy(3))) {
            renewElsewhere("1");
            bench.timer.advance(LEASE.dividedBy(3));
        }

        assertThatThrownBy(() -> answerOf(waiter)).isInstanceOf(CallInProgressException.class);
        assertThat(runs).hasValue(0);
    }

    @Test
    void asyncWaiter_doesNotCountAsWaitingThread() throws Throwable {
        bench.limits = new EngineLimits(1, 1 << 20);
        IdempotencyEngine engine = bench.engine(bench.store);
        claimElsewhere("1");
        List<CompletableFuture<Object>> waiters =
                List.of(call(engine, "1", this::begin), call(engine, "1", this::begin), call(engine, "1", this::begin));

        assertThat(waiters).noneMatch(CompletableFuture::isDone);
        waiters.forEach(waiter -> waiter.cancel(true));
    }

    @Test
    void storeThatGivesNoAnswer_failsTheStage() throws Throwable {
        bench.store.cut(Verb.CLAIM);

        assertThatThrownBy(() -> answerOf(call("1", this::begin))).isInstanceOf(StoreUnavailableException.class);
        assertThat(runs).hasValue(0);
    }

    @Test
    void callWithoutKey_failsTheStage() throws Throwable {
        assertThatThrownBy(() -> answerOf(call(null, this::begin))).isInstanceOf(IdempotencyKeyException.class);
        assertThat(runs).hasValue(0);
    }

    @Test
    void completionThatFails_leavesTheCallerItsResultAndIsSentAgain() throws Throwable {
        CompletableFuture<Object> first = call("1", this::begin);
        bench.store.cut(Verb.COMPLETE);
        work.complete("receipt");

        assertThat(answerOf(first)).isEqualTo("receipt");
        bench.store.mend();
        bench.timer.advance(Duration.ofSeconds(1));
        assertThat(found("1")).isInstanceOf(Completed.class);
    }

    @Test
    void claimWhoseLeaseIsOverBeforeTheMethodBegins_isAskedForAgain() throws Throwable {
        bench.store.delay(Verb.CLAIM);
        CompletableFuture<Object> first = call("1", this::begin);
        bench.timer.advance(LEASE);
        bench.store.deliver();
        work.complete("receipt");

        assertThat(answerOf(first)).isEqualTo("receipt");
        assertThat(bench.store.count(Verb.CLAIM)).isEqualTo(2);
        assertThat(runs).hasValue(1);
    }

    @Test
    void usersCode_runsOnNoThreadOfTheStore() throws Throwable {
        AtomicReference<Thread> began = new AtomicReference<>();
        AtomicReference<Thread> continued = new AtomicReference<>();
        bench.store.delay(Verb.CLAIM);
        bench.store.delay(Verb.COMPLETE);
        CompletableFuture<Object> first = call("1", () -> {
            began.set(Thread.currentThread());
            return begin();
        });
        CompletableFuture<Object> next = first.thenApply(result -> {
            continued.set(Thread.currentThread());
            return result;
        });
        bench.store.deliver();
        bench.store.delay(Verb.COMPLETE);
        await().untilAtomic(began, Matchers.notNullValue());
        work.complete("receipt");
        bench.store.deliver();

        assertThat(answerOf(next)).isEqualTo("receipt");
        assertThat(List.of(began.get(), continued.get()))
                .allMatch(thread -> thread.getName().startsWith("idem-worker-"));
    }

    @Test
    void workers_seeTheClassesOfTheApplication() throws Throwable {
        ClassLoader mine = Thread.currentThread().getContextClassLoader();
        ClassLoader application = new ClassLoader(mine) {};
        AtomicReference<ClassLoader> seen = new AtomicReference<>();
        Thread.currentThread().setContextClassLoader(application);
        IdempotencyEngine engine = bench.engine(bench.store);
        Thread.currentThread().setContextClassLoader(mine);
        bench.store.delay(Verb.CLAIM);
        CompletableFuture<Object> call = call(engine, "1", () -> {
            seen.set(Thread.currentThread().getContextClassLoader());
            return begin();
        });
        bench.store.deliver();
        work.complete("receipt");

        assertThat(answerOf(call)).isEqualTo("receipt");
        assertThat(seen.get()).isSameAs(application);
    }

    @Test
    void owner_thatWasSuperseded_getsTheEarlierAnswer() throws Throwable {
        CompletableFuture<Object> first = call("1", this::begin);
        bench.store.cut(Verb.RENEW);
        bench.timer.advance(LEASE.plusSeconds(1));
        completeElsewhere("1", "theirs");
        work.complete("mine");

        assertThat(answerOf(first)).isEqualTo("theirs");
    }

    @Test
    void call_enteredAgainByItsOwnMethod_isRefusedAtOnce() throws Throwable {
        AtomicReference<CompletableFuture<Object>> inner = new AtomicReference<>();
        CompletableFuture<Object> outer = call("1", () -> {
            inner.set(call("1", this::begin));
            return begin();
        });
        work.complete("receipt");

        assertThat(answerOf(outer)).isEqualTo("receipt");
        assertThatThrownBy(() -> answerOf(inner.get())).isInstanceOf(ReentrantCallException.class);
        assertThat(runs).hasValue(1);
    }

    @Test
    void callsOfOneThread_oneAfterTheOther_areNoReentrance() throws Throwable {
        CompletableFuture<Object> first = call("1", this::begin);
        CompletableFuture<Object> second = call("1", this::begin);
        work.complete("receipt");

        assertThat(answerOf(first)).isEqualTo(answerOf(second)).isEqualTo("receipt");
    }

    @Test
    void waitingCallInsideAnAsyncRun_ofTheSameKey_isRefusedAtOnce() throws Throwable {
        CompletableFuture<Object> outer = call("1", () -> {
            assertThatThrownBy(() -> bench.call("1", () -> "other")).isInstanceOf(ReentrantCallException.class);
            return begin();
        });
        work.complete("receipt");

        assertThat(answerOf(outer)).isEqualTo("receipt");
    }

    @Test
    void threadThatWaits_getsTheAnswerOfAnAsyncOwner() throws Throwable {
        CompletableFuture<Object> owner = call("1", this::begin);
        CompletableFuture<Object> waiter = bench.callLater("1", () -> "other");
        work.complete("receipt");

        assertThat(answerOf(waiter)).isEqualTo("receipt");
        assertThat(answerOf(owner)).isEqualTo("receipt");
    }

    @Test
    void declaredException_isReplayedAsAFailedStage() throws Throwable {
        Operation declining = operation().withReplay(List.of(EngineTestBench.BROKEN));
        work.completeExceptionally(new IllegalStateException("declined"));
        Object first = bench.engine.execute(declining, new Object[] {"1"}, this::begin);
        Object second = bench.engine.execute(declining, new Object[] {"1"}, this::begin);

        for (Object call : List.of(first, second)) {
            assertThatThrownBy(() -> ((CompletableFuture<?>) call).join())
                    .hasCauseInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("declined");
        }
        assertThat(runs).hasValue(1);
    }

    private Claim claimElsewhere(String order) {
        ClaimReply reply =
                bench.shared.claim(foreignRequest(order)).toCompletableFuture().join();
        return foreignRequest(order).granted(((ClaimReply.Granted) reply).grant());
    }

    private void renewElsewhere(String order) {
        bench.shared.renew(List.of(claimElsewhere(order))).toCompletableFuture().join();
    }

    private void completeElsewhere(String order, String result) {
        Claim claim = claimElsewhere(order);
        Outcomes outcomes = new Outcomes(bench.codec, 1 << 20);
        Call same = new Call(operation(), new Guard(bench.policy, bench.shared), address(order), fingerprint(order));
        bench.shared
                .complete(new Completion(claim, outcomes.returned(same, result).payload(), Duration.ZERO))
                .toCompletableFuture()
                .join();
    }
}
