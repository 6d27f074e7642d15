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
import dev.idem.OutcomeUnknownException;
import dev.idem.OwnerCrash;
import dev.idem.ReentrantCallException;
import dev.idem.StoreUnavailableException;
import dev.idem.UnknownTenantException;
import dev.idem.engine.FaultyStore.Verb;
import dev.idem.reactor.ReactiveTenantResolver;
import dev.idem.reactor.ReactorCalls;
import dev.idem.reactor.ReactorShapes;
import dev.idem.store.FindReply;
import dev.idem.store.Held;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Calls of methods that return a Mono. */
final class MonoCallTest {

    private final EngineTestBench bench = new EngineTestBench();
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger cancellations = new AtomicInteger();
    private final Sinks.One<Object> work = Sinks.one();

    @AfterEach
    void close() {
        bench.close();
    }

    private Mono<Object> begin() {
        runs.incrementAndGet();
        return work.asMono().doOnCancel(cancellations::incrementAndGet);
    }

    private Mono<Object> mono(String order) {
        return mono(order, this::begin);
    }

    private Mono<Object> mono(String order, Invocation invocation) {
        return mono(bench.engine, order, invocation);
    }

    @SuppressWarnings("unchecked") // what the shape answers
    private static Mono<Object> mono(IdempotencyEngine engine, String order, Invocation invocation) {
        try {
            return (Mono<Object>) engine.execute(operation(), new Object[] {order}, invocation);
        } catch (Throwable e) {
            throw new AssertionError("thrown at assembly", e);
        }
    }

    private static Operation operation() {
        return EngineTestBench.operation().withShape(ReactorShapes.MONO);
    }

    private static Object answerOf(CompletableFuture<Object> call) {
        try {
            return call.orTimeout(30, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw MonoCallTest.<RuntimeException>unchanged(e.getCause());
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable> X unchanged(Throwable failure) throws X {
        throw (X) failure;
    }

    private FindReply found(String order) {
        return bench.shared
                .find(address(order), fingerprint(order))
                .toCompletableFuture()
                .join();
    }

    @Test
    void mono_thatNobodySubscribesTo_doesNothing() {
        mono("1");

        assertThat(runs).hasValue(0);
        assertThat(bench.store.commands()).isEmpty();
    }

    @Test
    void eachSubscription_isACall() {
        Mono<Object> mono = mono("1");
        CompletableFuture<Object> first = mono.toFuture();
        CompletableFuture<Object> second = mono.toFuture();

        assertThat(first).isNotDone();
        work.tryEmitValue("receipt");
        assertThat(answerOf(first)).isEqualTo("receipt");
        assertThat(answerOf(second)).isEqualTo("receipt");
        assertThat(answerOf(mono.toFuture())).isEqualTo("receipt");
        assertThat(runs).hasValue(1);
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.COMPLETE, Verb.CLAIM);
    }

    @Test
    void key_isReadWhenSubscribing() throws Throwable {
        Object[] arguments = {"1"};
        Mono<?> mono = (Mono<?>) bench.engine.execute(operation(), arguments, this::begin);
        arguments[0] = "2";
        work.tryEmitValue("receipt");

        assertThat(mono.block()).isEqualTo("receipt");
        assertThat(found("1")).isInstanceOf(FindReply.Absent.class);
        assertThat(mono("2", () -> Mono.just("other")).block()).isEqualTo("receipt");
    }

    @Test
    void emptyMono_isReplayedAsEmpty() {
        work.tryEmitEmpty();

        assertThat(mono("1").blockOptional()).isEmpty();
        assertThat(mono("1").blockOptional()).isEmpty();
        assertThat(runs).hasValue(1);
    }

    @Test
    void failureOfTheMono_isASignalAndFreesTheKey() {
        IOException failure = new IOException("no line");
        CompletableFuture<Object> first = mono("1", () -> Mono.error(failure)).toFuture();
        work.tryEmitValue("receipt");

        assertThatThrownBy(() -> answerOf(first)).isSameAs(failure);
        assertThat(mono("1").block()).isEqualTo("receipt");
    }

    @Test
    void failures_areSignalsAndNeverThrownWhenAssembling() {
        IOException failure = new IOException("no line");
        assertThatThrownBy(() -> answerOf(mono(null).toFuture())).isInstanceOf(IdempotencyKeyException.class);
        assertThatThrownBy(() -> answerOf(mono("1", () -> {
                            throw failure;
                        })
                        .toFuture()))
                .isSameAs(failure);
        assertThatThrownBy(() -> answerOf(mono("1", () -> null).toFuture()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("returned null");
        bench.store.cut(Verb.CLAIM);
        assertThatThrownBy(() -> answerOf(mono("1").toFuture())).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void declaredException_isReplayedAsASignal() throws Throwable {
        Operation declining = operation().withReplay(List.of(EngineTestBench.BROKEN));
        work.tryEmitError(new IllegalStateException("declined"));

        for (int i = 0; i < 2; i++) {
            Mono<?> mono = (Mono<?>) bench.engine.execute(declining, new Object[] {"1"}, this::begin);
            assertThatThrownBy(mono::block)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("declined");
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void callThatGoesStraightThrough_getsTheMethodsOwnMono() {
        Mono<Object> own = Mono.just("own");
        assertThat(mono("straight", () -> own)).isSameAs(own);
    }

    // The subscriber's context

    @Test
    void source_seesTheSubscribersContextAndItsRun() {
        AtomicReference<ContextView> seen = new AtomicReference<>();
        Mono<Object> mono = mono(
                "1",
                () -> Mono.deferContextual(context -> {
                    seen.set(context);
                    return Mono.just("receipt");
                }));

        mono.contextWrite(context -> context.put("trace", "abc")).block();
        assertThat(seen.get().<String>get("trace")).isEqualTo("abc");
        CurrentCall current = ReactorCalls.current(seen.get()).orElseThrow();
        assertThat(current.operation()).isEqualTo("charge");
        assertThat(current.key()).isEqualTo(address("1").key());
    }

    @Test
    void call_enteredAgainByItsOwnMono_onAnotherThread_isRefusedAtOnce() {
        Mono<Object> outer =
                mono("1", () -> Mono.just("go").publishOn(Schedulers.parallel()).flatMap(go -> mono("1")));

        assertThatThrownBy(() -> answerOf(outer.toFuture())).isInstanceOf(ReentrantCallException.class);
        assertThat(runs).hasValue(0);
    }

    // Tenants

    @Test
    void tenant_isThatOfTheSubscribersContext_notOfItsThread() {
        IdempotencyEngine engine = bench.engine(bench.store, new TenantOfContext());
        Mono<Object> mono = mono(engine, "1", () -> Mono.just("run " + runs.incrementAndGet()));

        assertThat(mono.contextWrite(as("ada")).block()).isEqualTo("run 1");
        assertThat(mono.contextWrite(as("bob")).block()).isEqualTo("run 2");
        assertThat(mono.contextWrite(as("ada")).block()).isEqualTo("run 1");
        assertThat(mono.contextWrite(as(null)).block()).as("nobody").isEqualTo("run 3");
        bench.tenant = Optional.of("bob");
        assertThat(mono.block()).as("a context that does not tell").isEqualTo("run 2");
    }

    @Test
    void tenantThatCannotBeRead_refusesTheCall() {
        IdempotencyEngine engine = bench.engine(bench.store, new TenantOfContext());
        Mono<Object> mono = mono(engine, "1", this::begin)
                .contextWrite(context -> context.put("tenant", Mono.error(new IOException("no session"))));

        assertThatThrownBy(mono::block)
                .isInstanceOf(UnknownTenantException.class)
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(runs).hasValue(0);
    }

    @Test
    void resolverThatThrows_refusesTheCall() {
        ReactiveTenantResolver throwing = new ReactiveTenantResolver() {
            @Override
            public Optional<Mono<String>> tenantOf(ContextView subscriber) {
                throw new IllegalStateException("no session");
            }

            @Override
            public Optional<String> currentTenant() {
                return Optional.of("wrong");
            }
        };

        assertThatThrownBy(() -> mono(bench.engine(bench.store, throwing), "1", this::begin)
                        .block())
                .isInstanceOf(UnknownTenantException.class);
        assertThat(runs).hasValue(0);
    }

    @Test
    void operationWithoutTenants_asksNobody() {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withTenancy(Tenancy.NONE));
        IdempotencyEngine engine = bench.engine(bench.store, new TenantOfContext());
        AtomicInteger asked = new AtomicInteger();
        work.tryEmitValue("receipt");

        assertThat(mono(engine, "1", this::begin)
                        .contextWrite(context -> context.put("tenant", Mono.fromSupplier(asked::incrementAndGet)))
                        .block())
                .isEqualTo("receipt");
        assertThat(asked).hasValue(0);
    }

    private static UnaryOperator<Context> as(String name) {
        return context -> context.put("tenant", Mono.justOrEmpty(name));
    }

    private final class TenantOfContext implements ReactiveTenantResolver {

        @Override
        public Optional<Mono<String>> tenantOf(ContextView subscriber) {
            return subscriber.getOrEmpty("tenant");
        }

        @Override
        public Optional<String> currentTenant() {
            return bench.tenant;
        }
    }

    // Cancelling

    @Test
    void cancelledCall_thatNobodyElseAttends_cancelsItsSourceAndFreesTheKey() {
        mono("1").subscribe().dispose();

        assertThat(cancellations).hasValue(1);
        assertThat(found("1")).isInstanceOf(FindReply.Absent.class);
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.RELEASE);
    }

    @Test
    void cancelledCall_thatNobodyMayRunAgain_lapses() {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withOnOwnerCrash(OwnerCrash.REJECT));
        mono("1").subscribe().dispose();

        assertThat(cancellations).hasValue(1);
        assertThat(found("1")).isInstanceOf(Held.class);
        CompletableFuture<Object> next = mono("1").toFuture();
        bench.timer.advance(LEASE.dividedBy(2));
        bench.timer.advance(LEASE.dividedBy(2));
        assertThatThrownBy(() -> answerOf(next)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(runs).hasValue(1);
        assertThat(bench.store.count(Verb.RENEW)).isZero();
        assertThat(bench.store.count(Verb.RELEASE)).isZero();
    }

    @Test
    void cancelledLeader_whoseDuplicateWaits_leavesItTheSource() {
        Disposable leader = mono("1").subscribe();
        CompletableFuture<Object> follower = mono("1").toFuture();
        leader.dispose();

        assertThat(cancellations).hasValue(0);
        work.tryEmitValue("receipt");
        assertThat(answerOf(follower)).isEqualTo("receipt");
        assertThat(mono("1").block()).isEqualTo("receipt");
        assertThat(runs).hasValue(1);
    }

    @Test
    void lastDuplicate_thatIsCancelled_cancelsTheSource() {
        Disposable leader = mono("1").subscribe();
        List<Disposable> followers = List.of(mono("1").subscribe(), mono("1").subscribe());
        followers.get(0).dispose();
        leader.dispose();
        assertThat(cancellations).hasValue(0);

        followers.get(1).dispose();

        await().until(() -> found("1") instanceof FindReply.Absent);
        assertThat(cancellations).hasValue(1);
    }

    @Test
    void cancelledLeader_forWhomAThreadWaits_leavesItTheSource() {
        Disposable leader = mono("1").subscribe();
        AtomicReference<Thread> waiting = new AtomicReference<>();
        CompletableFuture<Object> waiter = new CompletableFuture<>();
        bench.threads.execute(() -> {
            waiting.set(Thread.currentThread());
            try {
                waiter.complete(bench.call("1", () -> "other"));
            } catch (Throwable e) {
                waiter.completeExceptionally(e);
            }
        });
        await().until(() -> waiting.get() != null && waiting.get().getState() == Thread.State.WAITING);
        leader.dispose();

        assertThat(cancellations).hasValue(0);
        work.tryEmitValue("receipt");
        assertThat(answerOf(waiter)).isEqualTo("receipt");
    }

    @Test
    void duplicateThatHasWaitedTooLong_attendsNoMore() {
        Disposable leader = mono("1").subscribe();
        CompletableFuture<Object> follower = mono("1").toFuture();
        leader.dispose();
        bench.timer.advance(LOCK_WAIT);

        assertThatThrownBy(() -> answerOf(follower)).isInstanceOf(CallInProgressException.class);
        await().untilAtomic(cancellations, Matchers.is(1));
    }

    @Test
    void duplicate_thatComesWhileTheClaimOfACancelledCallIsReleased_runs() {
        bench.store.delay(Verb.RELEASE);
        mono("1").subscribe().dispose();
        CompletableFuture<Object> next =
                mono("1", () -> Mono.just("run " + runs.incrementAndGet())).toFuture();
        assertThat(next).isNotDone();

        bench.store.deliver();

        assertThat(answerOf(next)).isEqualTo("run 2");
        assertThat(cancellations).hasValue(1);
    }

    @Test
    void callCancelledBeforeItsTurn_runsNothing() {
        bench.store.delay(Verb.CLAIM);
        mono("1").subscribe().dispose();
        bench.store.deliver();

        await().until(() -> found("1") instanceof FindReply.Absent);
        assertThat(runs).hasValue(0);
    }

    @Test
    void source_thatEndsWhileItIsCancelled_endsTheRunOnce() {
        Mono<Object> answersToCancelling =
                mono("1", () -> work.asMono().doOnCancel(() -> work.tryEmitValue("too late")));
        answersToCancelling.subscribe().dispose();

        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.RELEASE);
    }

    @Test
    void caller_thatIsCancelledWhileItsOutcomeIsRecorded_endsTheRunOnce() {
        bench.store.delay(Verb.COMPLETE);
        Disposable caller = mono("1").subscribe();
        work.tryEmitValue("receipt");
        caller.dispose();
        bench.store.deliver();

        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.COMPLETE);
        assertThat(mono("1").block()).isEqualTo("receipt");
        assertThat(runs).hasValue(1);
    }

    @Test
    void callThatTimesOut_cancelsItsSource() {
        assertThatThrownBy(() -> mono("1").timeout(Duration.ofMillis(1)).block());
        await().untilAtomic(cancellations, Matchers.is(1));
    }

    @Test
    void waiterElsewhere_thatIsCancelled_touchesNothing() {
        bench.shared.claim(foreignRequest("1")).toCompletableFuture().join();
        mono("1").subscribe().dispose();

        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM);
        assertThat(found("1")).isInstanceOf(Held.class);
    }

    // Threads

    @Test
    void thousandsOfDuplicates_occupyNoThread() {
        CompletableFuture<Object> first = mono("1").toFuture();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        List<CompletableFuture<Object>> duplicates = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            duplicates.add(mono("1").toFuture());
        }

        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(threads + 4);
        assertThat(duplicates).noneMatch(CompletableFuture::isDone);
        work.tryEmitValue("receipt");
        assertThat(answerOf(first)).isEqualTo("receipt");
        duplicates.forEach(duplicate -> assertThat(answerOf(duplicate)).isEqualTo("receipt"));
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount())
                .isLessThan(threads + 4 + 2 * Runtime.getRuntime().availableProcessors());
        assertThat(runs).hasValue(1);
    }

    // Another process

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void duplicateInAnotherProcess_waitsForTheAnswer(boolean wakeUpIsLost) {
        FaultyStore line = new FaultyStore(bench.shared);
        if (wakeUpIsLost) {
            line.loseWakeUps();
        }
        CompletableFuture<Object> first = mono("1").toFuture();
        CompletableFuture<Object> other =
                mono(bench.engine(line), "1", this::begin).toFuture();
        work.tryEmitValue("receipt");
        assertThat(answerOf(first)).isEqualTo("receipt");
        bench.timer.advance(LEASE);

        assertThat(answerOf(other)).isEqualTo("receipt");
        assertThat(runs).hasValue(1);
    }
}
