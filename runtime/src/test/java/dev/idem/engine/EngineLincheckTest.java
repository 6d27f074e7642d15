package dev.idem.engine;

import static dev.idem.testing.Interleavings.explore;
import static dev.idem.testing.Interleavings.together;

import dev.idem.store.Claim;
import dev.idem.store.caffeine.ClockedStores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The parts of the engine that threads share, in every order of their steps that a model checker tries. */
final class EngineLincheckTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Call CALL = new Call(
            EngineTestBench.operation(),
            new Guard(CallPolicy.DEFAULT, ClockedStores.on(() -> 0)),
            EngineTestBench.address("order"),
            EngineTestBench.fingerprint("order"));
    private static final Caller CALLER =
            new Caller(Optional.empty(), Scope.NONE, new WaitingRoom(Integer.MAX_VALUE), LONG.toNanos());
    private static final Claim CLAIM = new Claim(CALL.address(), CALL.fingerprint(), "token", 1, LEASE, LONG);

    // Single flight

    @Test
    void flights_ofOneDestination_areLedByOne() {
        explore(() -> {
            Flights flights = new Flights();
            AtomicInteger leaders = new AtomicInteger();
            Runnable call = () -> {
                if (flights.begin(flight()).isEmpty()) {
                    leaders.incrementAndGet();
                }
            };
            together(call, call);
            check(leaders.get() == 1, leaders + " lead");
        });
    }

    @Test
    void flight_thatHasLanded_isNotFoundAgain() {
        explore(() -> {
            Flights flights = new Flights();
            Flight first = flight();
            flights.begin(first);
            together(() -> flights.land(first, new Landing.Vacated()), () -> {
                boolean landed = first.landing().isDone();
                boolean found = flights.begin(flight()).isPresent();
                check(!landed || !found, "a flight is found after its followers were told");
            });
        });
    }

    // Who is there

    @Test
    void attendance_thatOneEntersWhileTheLastLeaves_isDesertedOrHasHim() {
        explore(() -> {
            Attendance attendance = new Attendance();
            AtomicBoolean entered = new AtomicBoolean();
            together(() -> entered.set(attendance.enter()), attendance::leave);
            boolean deserted = attendance.deserted().toCompletableFuture().isDone();
            check(entered.get() != deserted, "one waits for what was given up, or nobody for what goes on");
        });
    }

    @Test
    void attendance_thatTwoLeave_isDesertedOnce() {
        explore(() -> {
            Attendance attendance = new Attendance();
            AtomicInteger deserted = new AtomicInteger();
            attendance.enter();
            Stages.afterwards(attendance.deserted(), deserted::incrementAndGet);
            together(attendance::leave, attendance::leave);
            check(deserted.get() == 1, "deserted " + deserted + " times");
        });
    }

    @Test
    void run_whoseSourceEndsWhileTheLastLeaves_endsOnce() {
        explore(() -> {
            AgreeingStore store = new AgreeingStore();
            CompletableFuture<Object> source = new CompletableFuture<>();
            EngineParts parts = parts();
            Run run = run(store, parts);
            GuardedRun guarded = new GuardedRun(
                    CALL,
                    run,
                    new Scopes(),
                    new Outcomes(new TextCodec(), 100),
                    Optional.empty(),
                    new Attempts(CALL, parts));
            Stages.afterwards(guarded.begin(Scope.NONE, () -> source, (current, method) -> source), () -> {});
            together(() -> source.complete("receipt"), run.attendance()::leave);
            check(store.ends() == 1, "the claim was ended " + store.ends() + " times");
        });
    }

    private static EngineParts parts() {
        Timer timer = new DueTimer();
        return new EngineParts(
                new Flights(),
                new LeaseKeeper(timer),
                new Outbox(timer),
                new WaitingRoom(1),
                new Scopes(),
                Runnable::run,
                new ConcurrentHashMap<>(),
                timer,
                () -> "token");
    }

    private static Run run(AgreeingStore store, EngineParts parts) {
        Call call =
                new Call(CALL.operation(), new Guard(CallPolicy.DEFAULT, store), CALL.address(), CALL.fingerprint());
        return parts.run(call, flight(), CLAIM, 0);
    }

    // Stream

    @Test
    void listener_thatAsksWhileAnItemAndTheEndArrive_getsBoth() {
        explore(() -> {
            Marks marks = new Marks();
            Listener listener = new Listener(marks);
            together(
                    () -> {
                        listener.offer(() -> "a");
                        listener.deliver();
                        listener.complete();
                    },
                    () -> listener.request(1));
            check(marks.text.equals("a."), marks.text);
        });
    }

    @Test
    void listener_thatJoinsWhileAnItemArrives_getsAllItemsInOrder() {
        explore(() -> {
            Marks marks = new Marks();
            Listener first = new Listener(new Marks());
            Listener second = new Listener(marks);
            Broadcast broadcast = new Broadcast(
                    new Recording(CALL, new TextCodec(), 100),
                    item -> () -> new String(item, StandardCharsets.UTF_8),
                    IllegalStateException::new,
                    null,
                    first);
            broadcast.onNext("a");
            second.request(2);
            together(() -> broadcast.onNext("b"), () -> {
                broadcast.join(second);
                second.deliver();
            });
            check(marks.text.equals("ab"), marks.text);
        });
    }

    private static final class Marks implements Flow.Subscriber<Object> {

        private String text = "";

        @Override
        public void onSubscribe(Flow.Subscription subscription) {}

        @Override
        public void onNext(Object item) {
            text += item;
        }

        @Override
        public void onError(Throwable failure) {
            text += "!";
        }

        @Override
        public void onComplete() {
            text += ".";
        }
    }

    // Waiter

    @Test
    void pause_thatAWakeUpMeets_endsOnce() {
        assertEndsOnce(Patience::wake);
    }

    @Test
    void pause_thatGivingUpMeets_endsOnce() {
        assertEndsOnce(Patience::giveUp);
    }

    @Test
    void pause_thatAWakeUpAndItsTimeMeet_endsOnce() {
        explore(() -> {
            DueTimer timer = new DueTimer();
            Patience patience = patience(timer);
            AtomicInteger ended = new AtomicInteger();
            patience.pause(LEASE, ended::incrementAndGet);
            together(patience::wake, timer::fire);
            check(ended.get() == 1, "the pause ended " + ended + " times");
        });
    }

    private static void assertEndsOnce(Consumer<Patience> event) {
        explore(() -> {
            Patience patience = patience(new DueTimer());
            AtomicInteger ended = new AtomicInteger();
            patience.expectWakeUp();
            together(() -> patience.pause(LEASE, ended::incrementAndGet), () -> event.accept(patience));
            check(ended.get() == 1, "the pause ended " + ended + " times");
        });
    }

    // Lease keeper

    @Test
    void claim_heldWhileTheRhythmEnds_isRenewed() {
        explore(() -> {
            DueTimer timer = new DueTimer();
            AgreeingStore store = new AgreeingStore();
            LeaseKeeper keeper = new LeaseKeeper(timer);
            keeper.drop(store, keeper.hold(store, CLAIM, 0, OperationObserver.NONE));
            together(timer::fire, () -> keeper.hold(store, CLAIM, 0, OperationObserver.NONE));
            timer.fire();
            check(store.renewals() > 0, "a held claim is not renewed");
        });
    }

    @Test
    void claims_heldAndDroppedTogether_doNotDisturbEachOther() {
        explore(() -> {
            DueTimer timer = new DueTimer();
            AgreeingStore store = new AgreeingStore();
            LeaseKeeper keeper = new LeaseKeeper(timer);
            HeldClaim first = keeper.hold(store, CLAIM, 0, OperationObserver.NONE);
            together(
                    () -> keeper.drop(store, first),
                    () -> keeper.drop(store, keeper.hold(store, CLAIM, 0, OperationObserver.NONE)));
            timer.fire();
            check(store.renewals() == 0 && timer.pending() == 0, "a dropped claim is renewed");
        });
    }

    private static Flight flight() {
        return new Flight(CALL, CALLER);
    }

    private static Patience patience(Timer timer) {
        return new Patience(timer, CALLER, LONG);
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new AssertionError(message);
        }
    }
}
