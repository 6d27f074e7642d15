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
import dev.idem.OutcomeUnavailableException;
import dev.idem.OutcomeUnknownException;
import dev.idem.OwnerCrash;
import dev.idem.StoreUnavailableException;
import dev.idem.codec.ResultType;
import dev.idem.engine.FaultyStore.Verb;
import dev.idem.reactor.ReactorCalls;
import dev.idem.reactor.ReactorShapes;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.Completed;
import dev.idem.store.Completion;
import dev.idem.store.FindReply;
import dev.idem.store.Held;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Calls of methods that return a Flux. */
final class FluxCallTest {

    private final EngineTestBench bench = new EngineTestBench();
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger cancellations = new AtomicInteger();
    private final AtomicLong asked = new AtomicLong();
    private final Sinks.Many<Object> work = Sinks.many().unicast().onBackpressureBuffer();

    @AfterEach
    void close() {
        bench.close();
    }

    private Flux<Object> begin() {
        runs.incrementAndGet();
        return work.asFlux().doOnRequest(asked::addAndGet).doOnCancel(cancellations::incrementAndGet);
    }

    private Reader read(String order) {
        return Reader.of(flux(bench.engine, order, this::begin));
    }

    private static Flux<Object> flux(IdempotencyEngine engine, String order, Invocation invocation) {
        return flux(engine, operation(), order, invocation);
    }

    @SuppressWarnings("unchecked") // what the shape answers
    private static Flux<Object> flux(
            IdempotencyEngine engine, Operation operation, String order, Invocation invocation) {
        try {
            return (Flux<Object>) engine.execute(operation, new Object[] {order}, invocation);
        } catch (Throwable e) {
            throw new AssertionError("thrown at assembly", e);
        }
    }

    private static Operation operation() {
        return EngineTestBench.operation().withShape(ReactorShapes.FLUX);
    }

    private FindReply found(String order) {
        return bench.shared
                .find(address(order), fingerprint(order))
                .toCompletableFuture()
                .join();
    }

    private void send(Object... items) {
        for (Object item : items) {
            work.tryEmitNext(item).orThrow();
        }
    }

    private void end() {
        work.tryEmitComplete().orThrow();
    }

    // One subscriber

    @Test
    void flux_thatNobodySubscribesTo_doesNothing() {
        flux(bench.engine, "1", this::begin);

        assertThat(runs).hasValue(0);
        assertThat(bench.store.commands()).isEmpty();
    }

    @Test
    void firstSubscriber_seesItemsAsTheyArrive() {
        Reader first = read("1");

        send("a");
        assertThat(first.items()).containsExactly("a");
        send("b");
        assertThat(first.items()).containsExactly("a", "b");
        assertThat(first.isOver()).isFalse();
        end();
        first.assertComplete("a", "b");
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.COMPLETE);
    }

    @Test
    void recordedStream_isReplayedAtOnce() {
        read("1");
        send("a", "b", "c");
        end();

        Reader replay = read("1");
        replay.assertComplete("a", "b", "c");
        assertThat(runs).hasValue(1);
    }

    @Test
    void emptyStream_isReplayedAsEmpty() {
        read("1");
        end();

        read("1").assertComplete();
        assertThat(runs).hasValue(1);
    }

    @Test
    void replay_isGivenAsItIsAskedFor() {
        read("1");
        send("a", "b", "c");
        end();
        Reader replay = Reader.slow(flux(bench.engine, "1", this::begin));

        assertThat(replay.items()).isEmpty();
        replay.ask(2);
        assertThat(replay.items()).containsExactly("a", "b");
        assertThat(replay.isOver()).isFalse();
        replay.ask(1);
        replay.assertComplete("a", "b", "c");
    }

    @Test
    void end_isToldWhenTheOutcomeIsRecorded() {
        bench.store.delay(Verb.COMPLETE);
        Reader first = read("1");
        send("a");
        end();

        assertThat(first.items()).containsExactly("a");
        assertThat(first.isOver()).isFalse();
        bench.store.deliver();
        first.assertComplete("a");
    }

    @Test
    void storeThatFailsAtTheEnd_leavesTheSubscriberItsEnd() {
        Reader first = read("1");
        bench.store.cut(Verb.COMPLETE);
        send("a");
        end();

        first.assertComplete("a");
        bench.store.mend();
        bench.timer.advance(Duration.ofSeconds(1));
        assertThat(found("1")).isInstanceOf(Completed.class);
    }

    @Test
    void failure_recordsNothing() {
        IOException failure = new IOException("no line");
        Reader first = read("1");
        send("a");
        work.tryEmitError(failure);

        first.assertFailed(failure, "a");
        assertThat(found("1")).isInstanceOf(FindReply.Absent.class);
        Reader.of(flux(bench.engine, "1", () -> Flux.just("b"))).assertComplete("b");
    }

    @Test
    void failures_areSignalsAndNeverThrownWhenAssembling() {
        IOException failure = new IOException("no line");
        read(null).assertFailed(IdempotencyKeyException.class);
        Reader.of(flux(bench.engine, "1", () -> {
                    throw failure;
                }))
                .assertFailed(failure);
        Reader.of(flux(bench.engine, "1", () -> null)).assertFailed(IllegalStateException.class);
        bench.store.cut(Verb.CLAIM);
        read("1").assertFailed(StoreUnavailableException.class);
    }

    @Test
    void source_seesTheSubscribersContextAndItsRun() {
        Flux<Object> flux = flux(
                bench.engine,
                "1",
                () -> Flux.deferContextual(context -> Flux.just(
                        context.get("trace"),
                        ReactorCalls.current(context).orElseThrow().key())));

        Reader.of(flux.contextWrite(context -> context.put("trace", "abc")))
                .assertComplete("abc", address("1").key());
    }

    @Test
    void lastItem_saysWhetherTheStreamIsRecorded() {
        Operation complete = operation().withRecordIf("done"::equals);
        for (List<Object> items : List.<List<Object>>of(List.of("a", "cut"), List.of("a", "done"))) {
            Reader.of(flux(bench.engine, complete, "1", () -> Flux.fromIterable(items)))
                    .assertComplete(items.toArray());
        }

        Reader.of(flux(bench.engine, complete, "1", this::begin)).assertComplete("a", "done");
        assertThat(runs).hasValue(0);
    }

    @Test
    void bypassedCall_getsTheMethodsOwnFlux() {
        Flux<Object> own = Flux.just("own");
        assertThat(flux(bench.engine, "straight", () -> own)).isSameAs(own);
    }

    @Test
    void recordOfAnotherShape_isNotGivenBack() throws Throwable {
        bench.call("1", () -> "");

        read("1").assertFailed(OutcomeUnavailableException.class);
        read("2");
        end();
        assertThatThrownBy(() -> bench.call("2", () -> "value")).isInstanceOf(OutcomeUnavailableException.class);
    }

    // Duplicates

    @Test
    void duplicateDuringTheStream_getsEverythingFromTheStartAsItArrives() {
        Reader first = read("1");
        send("a", "b");
        Reader second = read("1");
        second.awaitItems("a", "b");
        send("c");
        second.awaitItems("a", "b", "c");
        end();

        first.assertComplete("a", "b", "c");
        second.assertComplete("a", "b", "c");
        assertThat(runs).hasValue(1);
        assertThat(bench.store.count(Verb.CLAIM)).isEqualTo(1);
    }

    @Test
    void duplicateBetweenTheLastItemAndItsRecord_getsEverything() {
        bench.store.delay(Verb.COMPLETE);
        read("1");
        send("a", "b");
        end();
        Reader second = read("1");
        second.awaitItems("a", "b");
        bench.store.deliver();

        second.assertComplete("a", "b");
    }

    @Test
    void duplicateThatReadsSlowly_keepsNobodyWaiting() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        Reader first = read("1");
        Reader second = Reader.of(flux(bench.engine, "1", this::begin).doOnNext(item -> {
            stuck.countDown();
            awaitLatch(mayGoOn);
        }));
        send("a");
        stuck.await();
        send("b");

        assertThat(first.items()).containsExactly("a", "b");
        mayGoOn.countDown();
        second.awaitItems("a", "b");
    }

    @Test
    void itemThatTheFirstSubscriberChanges_isUnchangedForOthers() {
        Operation lists = new Operation(
                        "charge",
                        "charge",
                        List.of(String.class),
                        ResultType.of(AtomicReference.class),
                        PolicyOverrides.NONE,
                        EngineTestBench.operation().content())
                .withShape(ReactorShapes.FLUX);
        Reader.of(flux(bench.engine, lists, "1", this::begin).doOnNext(item -> ((AtomicReference<?>) item).set(null)));
        Reader second = Reader.of(flux(bench.engine, lists, "1", this::begin).map(Object::toString));
        send(new AtomicReference<>("a"));
        end();

        second.assertComplete("a");
    }

    @Test
    void failureBeforeTheFirstItem_letsExactlyOneDuplicateTakeOver() {
        IOException failure = new IOException("no line");
        Sinks.Many<Object> failing = Sinks.many().unicast().onBackpressureBuffer();
        Reader first = Reader.of(flux(bench.engine, "1", failing::asFlux));
        List<Reader> others = List.of(read("1"), read("1"), read("1"));
        failing.tryEmitError(failure);
        await().untilAtomic(runs, Matchers.is(1));
        send("a");
        end();

        first.assertFailed(failure);
        others.forEach(other -> other.assertComplete("a"));
        assertThat(runs).hasValue(1);
    }

    @Test
    void failureAfterTheFirstItem_failsDuplicatesToo() {
        IOException failure = new IOException("no line");
        Reader first = read("1");
        Reader second = read("1");
        send("a");
        work.tryEmitError(failure);

        first.assertFailed(failure, "a");
        second.assertFailed(failure, "a");
        assertThat(runs).hasValue(1);
    }

    @Test
    void lockWait_endsWithTheFirstItem() {
        read("1");
        Reader early = read("1");
        send("a");
        early.awaitItems("a");
        bench.timer.advance(LOCK_WAIT.multipliedBy(2));
        send("b");
        end();

        early.assertComplete("a", "b");
    }

    @Test
    void duplicateThatWaitsTooLongForTheFirstItem_isRefused() {
        Reader first = read("1");
        Reader second = read("1");
        await().until(() -> {
            bench.timer.advance(LOCK_WAIT);
            return second.isOver();
        });
        send("a");
        end();

        second.assertFailed(CallInProgressException.class);
        first.assertComplete("a");
    }

    @Test
    void duplicateInAnotherProcess_getsEverythingWhenTheStreamIsComplete() {
        Reader first = read("1");
        Reader other = Reader.of(flux(bench.engine(new FaultyStore(bench.shared)), "1", this::begin));
        send("a", "b");
        assertThat(other.items()).isEmpty();
        end();

        first.assertComplete("a", "b");
        other.assertComplete("a", "b");
        assertThat(runs).hasValue(1);
    }

    @Test
    void streamWhoseClaimWasLost_endsAsAFailureIfAnotherAnswerWasFirst() {
        Reader first = read("1");
        send("mine");
        bench.store.cut(Verb.RENEW);
        bench.timer.advance(LEASE.plusSeconds(1));
        completeElsewhere("1", "theirs");
        end();

        first.assertFailed(OutcomeUnavailableException.class, "mine");
        read("1").assertComplete("theirs");
    }

    @Test
    void streamWhoseClaimWasLost_endsWellIfTheSameAnswerWasFirst() {
        Reader first = read("1");
        send("same");
        bench.store.cut(Verb.RENEW);
        bench.timer.advance(LEASE.plusSeconds(1));
        completeElsewhere("1", "same");
        end();

        first.assertComplete("same");
    }

    // Demand and memory

    @Test
    void source_isAskedForNothingThatNobodyWants() {
        Reader first = Reader.slow(flux(bench.engine, "1", this::begin));
        assertThat(asked).hasValue(0);
        first.ask(2);

        assertThat(asked).hasValue(2);
        send("a", "b", "c");
        assertThat(first.items()).containsExactly("a", "b");
    }

    @Test
    void source_runsAtTheFastestSubscribersPace() {
        Reader slow = Reader.slow(flux(bench.engine, "1", this::begin));
        Reader fast = Reader.slow(flux(bench.engine, "1", this::begin));
        send("a", "b", "c");
        slow.ask(1);
        fast.ask(3);

        fast.awaitItems("a", "b", "c");
        slow.awaitItems("a");
        assertThat(asked).hasValue(3);
        slow.ask(2);
        slow.awaitItems("a", "b", "c");
        assertThat(asked).hasValue(3);
    }

    @Test
    void unboundedDemand_isPassedOnInSmallParts() {
        Reader.slow(flux(bench.engine, "1", this::begin)).ask(Long.MAX_VALUE);

        assertThat(asked.get()).isLessThan(100);
        for (int i = 0; i < 1_000; i++) {
            send("item");
        }
        assertThat(asked.get()).isBetween(1_000L, 1_100L);
    }

    @Test
    void streamThatIsTooLarge_goesOnForTheFirstAndEndsForOthers() {
        bench.limits = new EngineLimits(1, 20);
        IdempotencyEngine engine = bench.engine(bench.store);
        Reader first = Reader.of(flux(engine, "1", this::begin));
        Reader second = Reader.of(flux(engine, "1", this::begin));
        send("aaaa", "bbbb");
        second.awaitItems("aaaa", "bbbb");
        send("cccc");
        second.assertFailed(OutcomeUnavailableException.class, "aaaa", "bbbb");
        Reader.of(flux(engine, "1", this::begin)).assertFailed(OutcomeUnavailableException.class);
        send("dddd");
        end();

        first.assertComplete("aaaa", "bbbb", "cccc", "dddd");
        Reader.of(flux(engine, "1", this::begin)).assertFailed(OutcomeUnavailableException.class);
        assertThat(runs).hasValue(1);
    }

    @Test
    void streamThatIsTooLarge_runsAtThePaceOfTheFirst() {
        bench.limits = new EngineLimits(1, 100);
        IdempotencyEngine engine = bench.engine(bench.store);
        Reader slow = Reader.slow(flux(engine, "1", this::begin));
        Reader fast = Reader.of(flux(engine, "1", this::begin));
        slow.ask(1);
        IntStream.range(0, 1_000).forEach(i -> send("item"));

        fast.awaitOver();
        assertThat(slow.items()).hasSize(1);
        assertThat(asked.get()).isLessThan(200);
        slow.ask(999);
        end();
        slow.awaitOver();
        assertThat(slow.items()).hasSize(1_000);
    }

    @Test
    void itemWithoutEncoding_endsForOthersAndGoesOnForTheFirst() {
        Reader first = read("1");
        Object strange = "unencodable";
        send("a", strange);
        end();

        first.assertComplete("a", strange);
        read("1").assertFailed(OutcomeUnavailableException.class);
    }

    // Cancelling

    @Test
    void cancelledStream_thatNobodyElseAttends_cancelsItsSourceAndFreesTheKey() {
        Reader first = read("1");
        send("a");
        first.cancel();

        assertThat(cancellations).hasValue(1);
        assertThat(found("1")).isInstanceOf(FindReply.Absent.class);
        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.RELEASE);
    }

    @Test
    void cancelledStream_thatNobodyMayRunAgain_lapses() {
        bench.policy = bench.policy.with(PolicyOverrides.NONE.withOnOwnerCrash(OwnerCrash.REJECT));
        Reader first = read("1");
        first.cancel();

        assertThat(cancellations).hasValue(1);
        assertThat(found("1")).isInstanceOf(Held.class);
        Reader next = read("1");
        bench.timer.advance(LEASE.dividedBy(2));
        bench.timer.advance(LEASE.dividedBy(2));
        next.assertFailed(OutcomeUnknownException.class);
        assertThat(bench.store.count(Verb.RENEW)).isZero();
    }

    @Test
    void cancelledLeader_whoseDuplicatesListen_leavesThemTheSource() {
        Reader first = read("1");
        Reader second = read("1");
        send("a");
        second.awaitItems("a");
        first.cancel();
        assertThat(cancellations).hasValue(0);
        send("b");
        end();

        second.assertComplete("a", "b");
        assertThat(first.items()).containsExactly("a");
        read("1").assertComplete("a", "b");
        assertThat(runs).hasValue(1);
    }

    @Test
    void lastListener_thatIsCancelled_cancelsTheSource() {
        Reader first = read("1");
        Reader second = read("1");
        send("a");
        second.awaitItems("a");
        first.cancel();
        assertThat(cancellations).hasValue(0);
        second.cancel();

        await().until(() -> found("1") instanceof FindReply.Absent);
        assertThat(cancellations).hasValue(1);
    }

    @Test
    void duplicatesThatTheItemsAreLostTo_attendNoMore() {
        bench.limits = new EngineLimits(1, 10);
        IdempotencyEngine engine = bench.engine(bench.store);
        Reader first = Reader.of(flux(engine, "1", this::begin));
        Reader second = Reader.of(flux(engine, "1", this::begin));
        send("a", "bbbbbbbbbbbb");
        second.awaitOver();
        first.cancel();

        await().untilAtomic(cancellations, Matchers.is(1));
    }

    @Test
    void streamCancelledBeforeItsTurn_runsNothing() {
        bench.store.delay(Verb.CLAIM);
        read("1").cancel();
        bench.store.deliver();

        await().until(() -> found("1") instanceof FindReply.Absent);
        assertThat(runs).hasValue(0);
    }

    @Test
    void streamCancelledWhileItsOutcomeIsRecorded_isRecorded() {
        bench.store.delay(Verb.COMPLETE);
        Reader first = read("1");
        send("a");
        end();
        first.cancel();
        bench.store.deliver();

        assertThat(bench.store.commands()).containsExactly(Verb.CLAIM, Verb.COMPLETE);
        read("1").assertComplete("a");
    }

    @Test
    void takingAFewItems_cancelsTheSource() {
        CompletableFuture<List<Object>> taken =
                flux(bench.engine, "1", this::begin).take(2).collectList().toFuture();
        send("a", "b");

        assertThat(taken.join()).containsExactly("a", "b");
        assertThat(cancellations).hasValue(1);
    }

    @Test
    void askingForLessThanOneItem_failsTheStream() {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        bench.engine.stream(
                () -> {
                    throw new AssertionError("read for nobody");
                },
                Scope.NONE,
                current -> null,
                new Flow.Subscriber<>() {
                    @Override
                    public void onSubscribe(Flow.Subscription subscription) {
                        subscription.request(0);
                    }

                    @Override
                    public void onNext(Object item) {}

                    @Override
                    public void onError(Throwable thrown) {
                        failure.set(thrown);
                    }

                    @Override
                    public void onComplete() {}
                });
        assertThat(failure.get()).isInstanceOf(IllegalArgumentException.class);
    }

    // Many threads

    @Test
    void manyDuplicatesOfAStreamOnManyThreads_allGetAllItemsInOrder() {
        List<Object> all =
                IntStream.range(0, 500).<Object>mapToObj(i -> "item" + i).toList();
        for (int round = 0; round < 20; round++) {
            String order = "order" + round;
            Flux<Object> flux = flux(bench.engine, order, () -> {
                runs.incrementAndGet();
                return Flux.fromIterable(all).publishOn(Schedulers.parallel());
            });
            List<CompletableFuture<List<Object>>> readers = IntStream.range(0, 20)
                    .mapToObj(i -> flux.subscribeOn(Schedulers.parallel())
                            .limitRate(1 + i)
                            .collectList()
                            .toFuture())
                    .toList();
            readers.forEach(reader -> assertThat(reader.join()).isEqualTo(all));
            assertThat(runs).hasValue(round + 1);
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void completeElsewhere(String order, Object item) {
        ClaimReply reply =
                bench.shared.claim(foreignRequest(order)).toCompletableFuture().join();
        Claim claim = foreignRequest(order).granted(((ClaimReply.Granted) reply).grant());
        Outcomes outcomes = new Outcomes(bench.codec, 1 << 20);
        Call same = new Call(operation(), new Guard(bench.policy, bench.shared), address(order), fingerprint(order));
        Recording recording = outcomes.record(same);
        recording.add(item);
        bench.shared
                .complete(
                        new Completion(claim, outcomes.streamed(same, recording).payload(), Duration.ZERO))
                .toCompletableFuture()
                .join();
    }
}
