package dev.idem.engine;

import static dev.idem.engine.CallOutcome.BYPASSED;
import static dev.idem.engine.CallOutcome.CONFLICT;
import static dev.idem.engine.CallOutcome.FAILED;
import static dev.idem.engine.CallOutcome.IN_PROGRESS;
import static dev.idem.engine.CallOutcome.JOINED;
import static dev.idem.engine.CallOutcome.LOCAL_ONLY;
import static dev.idem.engine.CallOutcome.REJECTED;
import static dev.idem.engine.CallOutcome.REPLAYED_LOCAL;
import static dev.idem.engine.CallOutcome.REPLAYED_REMOTE;
import static dev.idem.engine.CallOutcome.RUN;
import static dev.idem.engine.CallOutcome.WAITED;
import static dev.idem.engine.EngineTestBench.LEASE;
import static dev.idem.engine.EngineTestBench.LOCK_WAIT;
import static dev.idem.engine.EngineTestBench.address;
import static dev.idem.engine.EngineTestBench.foreignRequest;
import static dev.idem.engine.EngineTestBench.keyedOperation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.idem.CallInProgressException;
import dev.idem.IdempotencyException;
import dev.idem.KeyConflictException;
import dev.idem.OutcomeUnavailableException;
import dev.idem.OutcomeUnknownException;
import dev.idem.OwnerCrash;
import dev.idem.PartialResultException;
import dev.idem.ReentrantCallException;
import dev.idem.StoreFailure;
import dev.idem.StoreUnavailableException;
import dev.idem.engine.FaultyStore.Verb;
import dev.idem.reactor.ReactorShapes;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.Completed;
import dev.idem.store.Completion;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.Payload;
import dev.idem.store.caffeine.TieredStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What the observer of an operation is told, call by call. */
final class CallObserverTest {

    private static final String RECEIPT = "receipt";

    private final EngineTestBench bench = new EngineTestBench();
    private final RecordedNews news = new RecordedNews();
    private final CountDownLatch go = new CountDownLatch(1);

    @BeforeEach
    void observe() {
        bench.observer = news;
    }

    @AfterEach
    void close() {
        go.countDown();
        bench.close();
    }

    /** The ways to make a call that is guarded as a whole. */
    enum Shape {
        VALUE,
        STAGE,
        MONO,
        FLUX;

        private ReturnShape shape() {
            return switch (this) {
                case VALUE -> ReturnShape.VALUE;
                case STAGE -> ReturnShape.STAGE;
                case MONO -> ReactorShapes.MONO;
                case FLUX -> ReactorShapes.FLUX;
            };
        }

        /** The result of a call, which this thread waits for. */
        Object call(IdempotencyEngine engine, Operation operation, Object[] arguments, Invocation method)
                throws Throwable {
            Object given = engine.execute(operation.withShape(shape()), arguments, () -> wrap(method));
            if (given instanceof CompletableFuture<?> stage) {
                return Stages.join(stage, () -> {});
            } else if (given instanceof Mono<?> mono) {
                return Stages.join(mono.toFuture(), () -> {});
            } else if (given instanceof Flux<?> flux) {
                return Stages.join(flux.next().toFuture(), () -> {});
            }
            return given;
        }

        private Object wrap(Invocation method) throws Throwable {
            return switch (this) {
                case VALUE -> method.proceed();
                case STAGE -> CompletableFuture.completedFuture(method.proceed());
                case MONO -> Mono.fromCallable(() -> Thrown.asException(method));
                case FLUX -> Flux.from(Mono.fromCallable(() -> Thrown.asException(method)));
            };
        }
    }

    private Object call(Shape shape, String order, Invocation method) throws Throwable {
        return call(shape, bench.engine, order, method);
    }

    private static Object call(Shape shape, IdempotencyEngine engine, String order, Invocation method)
            throws Throwable {
        return shape.call(engine, EngineTestBench.operation(), new Object[] {order}, method);
    }

    private CompletableFuture<Object> callLater(Shape shape, IdempotencyEngine engine, Invocation method) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        bench.threads.execute(() -> {
            try {
                answer.complete(call(shape, engine, "1", method));
            } catch (Throwable failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    private Object receiptInTheEnd() throws InterruptedException {
        go.await();
        return RECEIPT;
    }

    private Claim foreignClaim() {
        ClaimReply.Granted granted = (ClaimReply.Granted)
                bench.shared.claim(foreignRequest("1")).toCompletableFuture().join();
        return foreignRequest("1").granted(granted.grant());
    }

    private void completeForeign(Shape shape, Claim claim) throws Throwable {
        AtomicReference<Payload> payload = new AtomicReference<>();
        try (EngineTestBench other = new EngineTestBench()) {
            call(shape, other.engine, "1", () -> RECEIPT);
            other.shared
                    .find(address("1"), EngineTestBench.fingerprint("1"))
                    .thenAccept(
                            reply -> payload.set(((Completed) reply).outcome().payload()));
        }
        bench.shared
                .complete(new Completion(claim, payload.get(), Duration.ZERO))
                .toCompletableFuture()
                .join();
    }

    // Each outcome, in each shape

    @ParameterizedTest
    @EnumSource
    void firstCall_isARun(Shape shape) throws Throwable {
        call(shape, "1", () -> {
            bench.timer.advance(Duration.ofSeconds(3));
            return RECEIPT;
        });

        assertThat(news.outcomes).containsExactly(RUN);
        assertThat(news.runs).containsExactly(Duration.ofSeconds(3));
        assertThat(news.waits).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void duplicate_thatTheSharedStoreAnswers_isReplayedRemotely(Shape shape) throws Throwable {
        call(shape, "1", () -> RECEIPT);
        assertThat(call(shape, "1", () -> "never")).isEqualTo(RECEIPT);

        assertThat(news.outcomes).containsExactly(RUN, REPLAYED_REMOTE);
        assertThat(news.runs).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void duplicate_thatTheLocalTierAnswers_isReplayedLocally(Shape shape) throws Throwable {
        IdempotencyEngine engine = bench.engine(tiered());
        call(shape, engine, "1", () -> RECEIPT);
        call(shape, engine, "1", () -> "never");

        assertThat(news.outcomes).containsExactly(RUN, REPLAYED_LOCAL);
    }

    @ParameterizedTest
    @EnumSource
    void duplicate_overAStoreOfThisProcess_isReplayedLocally(Shape shape) throws Throwable {
        IdempotencyEngine engine = bench.engine(bench.shared);
        call(shape, engine, "1", () -> RECEIPT);
        call(shape, engine, "1", () -> "never");

        assertThat(news.outcomes).containsExactly(RUN, REPLAYED_LOCAL);
    }

    private IdempotencyStore tiered() {
        return new TieredStore(bench.store, 1 << 20, Duration.ofMinutes(10), bench.timer::nanoTime);
    }

    @ParameterizedTest
    @EnumSource
    void duplicate_whileTheCallRunsInThisProcess_isJoined(Shape shape) throws Throwable {
        CompletableFuture<Object> first = callLater(shape, bench.engine, this::receiptInTheEnd);
        await().until(() -> bench.store.count(Verb.CLAIM) == 1);
        CompletableFuture<Object> second = callLater(shape, bench.engine, () -> "never");
        bench.timer.advance(Duration.ZERO);
        await().until(() -> bench.timer.pending() >= 2);
        bench.timer.advance(Duration.ofSeconds(4));
        go.countDown();

        assertThat(second.join()).isEqualTo(first.join());
        assertThat(news.outcomes).containsExactlyInAnyOrder(RUN, JOINED);
        if (shape != Shape.FLUX) {
            assertThat(news.waits).containsExactly(Duration.ofSeconds(4));
        }
    }

    @ParameterizedTest
    @EnumSource
    void duplicate_whileTheCallRunsElsewhere_hasWaited(Shape shape) throws Throwable {
        Claim claim = foreignClaim();
        CompletableFuture<Object> call = callLater(shape, bench.engine, () -> "never");
        await().until(() -> bench.timer.pending() >= 1);
        bench.timer.advance(Duration.ofSeconds(5));
        completeForeign(shape, claim);

        assertThat(call.join()).isEqualTo(RECEIPT);
        assertThat(news.outcomes).containsExactly(WAITED);
        assertThat(news.waits).containsExactly(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @EnumSource
    void duplicate_thatWaitsForTooLong_isInProgress(Shape shape) {
        bench.store.loseWakeUps();
        Claim claim = foreignClaim();
        CompletableFuture<Object> call = callLater(shape, bench.engine, () -> "never");
        for (Duration time = Duration.ZERO; time.compareTo(LOCK_WAIT) < 0; time = time.plus(LEASE.dividedBy(3))) {
            await().until(() -> bench.timer.pending() >= 1);
            bench.shared.renew(List.of(claim)).toCompletableFuture().join();
            bench.timer.advance(LEASE.dividedBy(3));
        }

        assertThatThrownBy(call::join).hasCauseInstanceOf(CallInProgressException.class);
        assertThat(news.outcomes).containsExactly(IN_PROGRESS);
        assertThat(news.waits).containsExactly(LOCK_WAIT);
    }

    @ParameterizedTest
    @EnumSource
    void duplicate_withoutPatience_isInProgressAndHasNotWaited(Shape shape) {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withLockWait(Duration.ZERO));
        foreignClaim();

        assertThatThrownBy(() -> call(shape, "1", () -> "never")).isInstanceOf(CallInProgressException.class);
        assertThat(news.outcomes).containsExactly(IN_PROGRESS);
        assertThat(news.waits).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void keyOfOtherContent_isAConflict(Shape shape) throws Throwable {
        shape.call(bench.engine, keyedOperation(), new Object[] {"k", "A"}, () -> RECEIPT);
        assertThatThrownBy(() -> shape.call(bench.engine, keyedOperation(), new Object[] {"k", "B"}, () -> "never"))
                .isInstanceOf(KeyConflictException.class);

        assertThat(news.outcomes).containsExactly(RUN, CONFLICT);
    }

    @ParameterizedTest
    @EnumSource
    void runThatThrows_hasFailed(Shape shape) {
        assertThatThrownBy(() -> call(shape, "1", () -> {
                    bench.timer.advance(Duration.ofSeconds(2));
                    throw new IOException("broken");
                }))
                .isInstanceOf(IOException.class);

        assertThat(news.outcomes).containsExactly(FAILED);
        assertThat(news.runs).containsExactly(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @EnumSource
    void callThatGoesStraightThrough_isBypassed(Shape shape) throws Throwable {
        call(shape, "straight", () -> RECEIPT);
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withEnabled(false));
        call(shape, "1", () -> RECEIPT);

        assertThat(news.outcomes).containsExactly(BYPASSED, BYPASSED);
        assertThat(news.runs).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void runWithoutTheStore_isLocalOnly(Shape shape) throws Throwable {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withOnStoreFailure(StoreFailure.LOCAL_ONLY));
        bench.store.cut(Verb.CLAIM);
        call(shape, "1", () -> RECEIPT);
        call(shape, "1", () -> "never");

        assertThat(news.outcomes).containsExactly(LOCAL_ONLY, REPLAYED_LOCAL);
    }

    @ParameterizedTest
    @EnumSource
    void callThatTheStoreDoesNotAnswer_isRejected(Shape shape) {
        bench.store.cut(Verb.CLAIM);

        assertThatThrownBy(() -> call(shape, "1", () -> "never")).isInstanceOf(StoreUnavailableException.class);
        assertThat(news.outcomes).containsExactly(REJECTED);
    }

    @ParameterizedTest
    @EnumSource
    void callWithoutAKey_isRejected(Shape shape) {
        assertThatThrownBy(() -> shape.call(bench.engine, keyedOperation(), new Object[] {null, "A"}, () -> "never"))
                .isInstanceOf(IdempotencyException.class);

        assertThat(news.outcomes).containsExactly(REJECTED);
    }

    @ParameterizedTest
    @EnumSource
    void outcomeThatCannotBeGivenBack_isRejected(Shape shape) throws Throwable {
        bench.limits = new EngineLimits(1, 3);
        IdempotencyEngine engine = bench.engine(bench.store);
        call(shape, engine, "1", () -> RECEIPT);
        assertThatThrownBy(() -> call(shape, engine, "1", () -> "never"))
                .isInstanceOf(OutcomeUnavailableException.class);

        assertThat(news.outcomes).containsExactly(RUN, REJECTED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Shape.class,
            names = {"VALUE", "STAGE", "MONO"})
    void exceptionThatIsAnOutcome_isARunAndItsReplay(Shape shape) {
        Operation operation = EngineTestBench.operation().withReplay(List.of(EngineTestBench.BROKEN));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> shape.call(bench.engine, operation, new Object[] {"1"}, () -> {
                        throw new IllegalStateException("declined");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(news.outcomes).containsExactly(RUN, REPLAYED_REMOTE);
    }

    @ParameterizedTest
    @EnumSource
    void runWhoseLeaseIsLostAndThatAnotherOneFollowed_hasRunTwice(Shape shape) throws Throwable {
        IdempotencyEngine other = bench.engine(bench.shared);
        AtomicReference<Object> second = new AtomicReference<>();
        try {
            call(shape, "1", () -> {
                bench.store.cut(Verb.RENEW);
                bench.timer.advance(LEASE.plusSeconds(1));
                second.set(callQuietly(shape, other));
                bench.store.mend();
                bench.timer.advance(LEASE.dividedBy(3));
                return RECEIPT;
            });
        } catch (OutcomeUnavailableException streamedAlready) {
            assertThat(shape).isEqualTo(Shape.FLUX);
        }

        assertThat(second).hasValue("second");
        assertThat(news.outcomes).containsExactly(RUN, RUN);
        assertThat(news.events).containsExactly("lost lease", "ran twice");
    }

    private Object callQuietly(Shape shape, IdempotencyEngine engine) {
        try {
            return call(shape, engine, "1", () -> "second");
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void outcomeUnknown_isRejected(Shape shape) {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withOnOwnerCrash(OwnerCrash.REJECT));
        bench.shared.start(foreignClaim()).toCompletableFuture().join();
        bench.timer.advance(LEASE.plusSeconds(1));

        assertThatThrownBy(() -> call(shape, "1", () -> "never")).isInstanceOf(OutcomeUnknownException.class);
        assertThat(news.outcomes).containsExactly(REJECTED);
    }

    @Test
    void callEnteredAgainByItsOwnRun_isRejectedAndTheRunIsNot() throws Throwable {
        bench.call("1", () -> {
            assertThatThrownBy(() -> bench.call("1", () -> "never")).isInstanceOf(ReentrantCallException.class);
            return RECEIPT;
        });

        assertThat(news.outcomes).containsExactly(REJECTED, RUN);
    }

    @Test
    void methodThatThrowsAFailureOfAnotherCall_hasFailed() {
        assertThatThrownBy(() -> bench.call("1", () -> {
                    throw new KeyConflictException("of a nested call");
                }))
                .isInstanceOf(KeyConflictException.class);

        assertThat(news.outcomes).containsExactly(FAILED);
    }

    @Test
    void retriedCall_isOneRun() {
        bench.retry(3, Duration.ofSeconds(1));
        AtomicReference<String> answer = new AtomicReference<>();
        CompletableFuture<Object> call = bench.callLater("1", () -> {
            if (answer.getAndSet(RECEIPT) == null) {
                throw new IOException("once");
            }
            return RECEIPT;
        });
        await().until(() -> bench.timer.pending() >= 2);
        bench.timer.advance(Duration.ofSeconds(1));
        call.join();

        assertThat(news.outcomes).containsExactly(RUN);
        assertThat(news.runs).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void pendingOutcomeOfTheTransaction_isJoined() throws Throwable {
        Operation operation = EngineTestBench.operation().joiningTransaction();
        ManualTransactions.ManualTransaction transaction = bench.transactions.begin();
        bench.engine.execute(operation, new Object[] {"1"}, () -> RECEIPT);
        bench.engine.execute(operation, new Object[] {"1"}, () -> "never");
        transaction.commit();

        assertThat(news.outcomes).containsExactly(RUN, JOINED);
    }

    // Streams

    @Test
    void streamThatNobodyStaysFor_hasFailed() {
        Sinks.Many<Object> work = Sinks.many().unicast().onBackpressureBuffer();
        Reader reader = Reader.of(flux(work));
        work.tryEmitNext("a").orThrow();
        reader.awaitItems("a");
        reader.cancel();

        await().untilAsserted(() -> assertThat(news.outcomes).containsExactly(FAILED));
    }

    @Test
    void subscriberOfAStreamUnderWay_isJoined() {
        Sinks.Many<Object> work = Sinks.many().unicast().onBackpressureBuffer();
        Reader first = Reader.of(flux(work));
        Reader second = Reader.of(flux(work));
        work.tryEmitNext("a").orThrow();
        work.tryEmitComplete().orThrow();

        first.assertComplete("a");
        second.assertComplete("a");
        assertThat(news.outcomes).containsExactlyInAnyOrder(RUN, JOINED);
    }

    @Test
    void subscriberOfASilentStream_isInProgressWhenItsTimeIsOver() {
        Sinks.Many<Object> work = Sinks.many().unicast().onBackpressureBuffer();
        Reader.of(flux(work));
        Reader second = Reader.of(flux(work));
        await().until(() -> bench.timer.pending() >= 2);
        bench.timer.advance(LOCK_WAIT);

        second.awaitOver();
        assertThat(news.outcomes).containsExactly(IN_PROGRESS);
    }

    @Test
    void subscriberWhoseStreamFailsBeforeItsFirstItem_isCountedOnceForItsOwnRun() {
        Sinks.Many<Object> broken = Sinks.many().unicast().onBackpressureBuffer();
        Reader first = Reader.of(flux(broken));
        Reader second = Reader.of(flux(() -> Flux.just("b")));
        broken.tryEmitError(new IOException("broken")).orThrow();

        first.awaitOver();
        second.assertComplete("b");
        assertThat(news.outcomes).containsExactlyInAnyOrder(FAILED, RUN);
    }

    private Flux<Object> flux(Sinks.Many<Object> work) {
        return flux(work::asFlux);
    }

    @SuppressWarnings("unchecked") // what the shape answers
    private Flux<Object> flux(Invocation method) {
        try {
            return (Flux<Object>) bench.engine.execute(
                    EngineTestBench.operation().withShape(ReactorShapes.FLUX), new Object[] {"1"}, method);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    // Items

    @ParameterizedTest
    @EnumSource(BatchShape.class)
    void items_haveAnOutcomeEach(BatchShape shape) throws Throwable {
        Prompts prompts = shape.over(bench.engine);
        prompts.call("m", List.of("a", "b", "a"), Prompts.marked("1"));
        prompts.call("m", List.of("b", "c", "d"), Prompts.marked("2"));

        assertThat(news.outcomes).containsExactlyInAnyOrder(RUN, RUN, REPLAYED_REMOTE, RUN, RUN);
        assertThat(news.runs).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(BatchShape.class)
    void itemsOfARunThatThrows_haveFailed(BatchShape shape) {
        Prompts prompts = shape.over(bench.engine);
        assertThatThrownBy(() -> prompts.call("m", List.of("a", "b"), missing -> {
                    throw new IOException("broken");
                }))
                .isInstanceOf(IOException.class);

        assertThat(news.outcomes).containsExactly(FAILED, FAILED);
        assertThat(news.runs).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(BatchShape.class)
    void itemsOfARunThatFailsInTheMiddle_haveTheirOwnOutcomes(BatchShape shape) {
        Prompts prompts = shape.over(bench.engine);
        assertThatThrownBy(() -> prompts.call("m", List.of("a", "b"), missing -> {
                    throw new PartialResultException("half", Map.of(0, "a1"), null);
                }))
                .isInstanceOf(PartialResultException.class);

        assertThat(news.outcomes).containsExactlyInAnyOrder(RUN, FAILED);
    }

    @ParameterizedTest
    @EnumSource(BatchShape.class)
    void itemThatHasRun_staysARunWhenTheCallIsRefusedForAnother(BatchShape shape) {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withLockWait(Duration.ZERO));
        Prompts other = shape.over(bench.engine(bench.shared));
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Object> elsewhere = other.callLater("m", List.of("b"), missing -> {
            begun.countDown();
            go.await();
            return missing;
        });
        Prompts prompts = shape.over(bench.engine);
        assertThatThrownBy(() -> {
                    begun.await();
                    prompts.call("m", List.of("a", "b"), Prompts.marked("1"));
                })
                .isInstanceOf(CallInProgressException.class);

        assertThat(news.outcomes).containsExactly(RUN, IN_PROGRESS);
        go.countDown();
        elsewhere.join();
    }

    @ParameterizedTest
    @EnumSource(BatchShape.class)
    void itemsOfARefusedCall_areRefused(BatchShape shape) {
        bench.store.cut(Verb.CLAIM);
        Prompts prompts = shape.over(bench.engine);
        assertThatThrownBy(() -> prompts.call("m", List.of("a", "b"), Prompts.marked("1")))
                .isInstanceOf(StoreUnavailableException.class);

        assertThat(news.outcomes).containsExactly(REJECTED, REJECTED);
    }

    /** The ways to make a call that is guarded item by item. */
    enum BatchShape {
        VALUE,
        STAGE;

        Prompts over(IdempotencyEngine engine) {
            Prompts prompts = new Prompts(engine);
            return this == STAGE ? prompts.later() : prompts;
        }
    }

    // In code

    @Test
    void callInCode_isObserved() throws Exception {
        Idempotency idempotency = Idempotency.of(bench.engine);
        idempotency.call(CallKey.of("charge", "k"), String.class, () -> RECEIPT);
        idempotency.call(CallKey.of("charge", "k"), String.class, () -> "never");
        idempotency.bypass(() -> idempotency.call(CallKey.of("charge", "k"), String.class, () -> RECEIPT));

        assertThat(news.outcomes).containsExactly(RUN, REPLAYED_REMOTE, BYPASSED);
    }

    // Savings

    @ParameterizedTest
    @EnumSource
    void amounts_areSpentByTheRunAndSavedByItsReplay(Shape shape) throws Throwable {
        Operation operation = EngineTestBench.operation()
                .withSavings(List.of(
                        new Saving("length", result -> ((String) result).length()),
                        new Saving("none", result -> null),
                        new Saving("negative", result -> -1),
                        new Saving("broken", result -> {
                            throw new IllegalStateException("no amount");
                        })));
        shape.call(bench.engine, operation, new Object[] {"1"}, () -> RECEIPT);
        shape.call(bench.engine, operation, new Object[] {"1"}, () -> "never");

        assertThat(news.outcomes).containsExactly(RUN, REPLAYED_REMOTE);
        assertThat(news.events).containsExactly("spent 7.0 length", "saved 7.0 length");
    }

    @ParameterizedTest
    @EnumSource(BatchShape.class)
    void amounts_areCountedItemByItem(BatchShape shape) throws Throwable {
        Prompts prompts = shape.over(bench.engine).saving(new Saving("length", result -> ((String) result).length()));
        prompts.call("m", List.of("a", "bb"), Prompts.marked("1"));
        prompts.call("m", List.of("bb"), Prompts.marked("2"));

        assertThat(news.events).containsExactlyInAnyOrder("spent 2.0 length", "spent 3.0 length", "saved 3.0 length");
    }

    @Test
    void amountsOfAStream_areThoseOfItsLastItem() {
        Operation operation = EngineTestBench.operation()
                .withShape(ReactorShapes.FLUX)
                .withSavings(List.of(new Saving("length", result -> ((String) result).length())));
        Sinks.Many<Object> work = Sinks.many().unicast().onBackpressureBuffer();
        Reader first = Reader.of(flux(operation, work));
        Reader joined = Reader.of(flux(operation, work));
        work.tryEmitNext("a").orThrow();
        work.tryEmitNext("bb").orThrow();
        work.tryEmitComplete().orThrow();
        first.awaitOver();
        joined.awaitOver();

        assertThat(news.events).containsExactlyInAnyOrder("spent 2.0 length", "saved 2.0 length");
    }

    @SuppressWarnings("unchecked") // what the shape answers
    private Flux<Object> flux(Operation operation, Sinks.Many<Object> work) {
        try {
            return (Flux<Object>) bench.engine.execute(operation, new Object[] {"1"}, work::asFlux);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    // Observers that fail

    @ParameterizedTest
    @EnumSource
    void observerThatThrows_changesNoAnswerAndKeepsNobodyElseFromTheNews(Shape shape) throws Throwable {
        bench.observer = OperationObserver.all(List.of(new Throwing(), news));

        assertThat(call(shape, "1", () -> RECEIPT)).isEqualTo(RECEIPT);
        assertThat(call(shape, "1", () -> "never")).isEqualTo(RECEIPT);
        assertThat(news.outcomes).containsExactly(RUN, REPLAYED_REMOTE);
        assertThat(news.runs).hasSize(1);
    }

    @Test
    void observerThatDoesNotWantTo_leavesTheOperationUnobserved() {
        CallObserver broken = operation -> {
            throw new IllegalStateException("no");
        };

        assertThat(CallObserver.all(List.of(broken)).observe(EngineTestBench.operation()))
                .isEqualTo(OperationObserver.NONE);
    }

    /** Fails at all news. */
    private static final class Throwing implements OperationObserver {

        @Override
        public void answered(CallOutcome outcome) {
            throw new IllegalStateException("answered");
        }

        @Override
        public void ran(Duration time) {
            throw new AssertionError("ran");
        }
    }
}
