package dev.idem.engine;

import dev.idem.IdempotencyException;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completed;
import dev.idem.store.FindReply;
import dev.idem.store.Held;
import dev.idem.store.IdempotencyStore.Subscription;
import dev.idem.store.OutcomeUnknown;
import dev.idem.store.Payload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/*
 * An item follows the flight of the same call in this process, or leads it. It is open until it has an answer, a refusal,
 * or a run. The batch moves its items one after another; only a wake-up comes from outside.
 */
/** One item of a batch, with all its places in the caller's list, on its way to an answer. */
final class BatchItem {

    private static final Subscription NONE = () -> {};

    private final List<Integer> positions = new ArrayList<>();
    private final EngineParts parts;
    private Call call;
    private @Nullable Flight led;
    private @Nullable Flight followed;
    private Subscription wakeUps = NONE;
    private volatile boolean woken;
    private boolean asked;
    private boolean toldInProgress;
    private boolean counted;
    private long leaseEnd;
    private @Nullable Run run;
    private @Nullable ItemAnswer answer;
    private @Nullable Supplier<IdempotencyException> refusal;

    /** An item that has no place in the list yet. */
    BatchItem(Call call, EngineParts parts) {
        this.call = call;
        this.parts = parts;
    }

    void standsAt(int position) {
        positions.add(position);
    }

    Call call() {
        return call;
    }

    /** Its first place in the caller's list. */
    int first() {
        return positions.get(0);
    }

    List<Integer> positions() {
        return positions;
    }

    boolean isOpen() {
        return answer == null && refusal == null && run == null;
    }

    boolean isGranted() {
        return run != null;
    }

    Optional<ItemAnswer> answer() {
        return Optional.ofNullable(answer);
    }

    Optional<Supplier<IdempotencyException>> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Does what can be done without asking the store. */
    void advance(Caller caller, Runnable wake) {
        if (followed != null) {
            Landing landing = followed.landing().getNow(null);
            if (landing == null) {
                return;
            }
            followed = null;
            land(landing);
        }
        if (isOpen() && led == null) {
            enter(caller, wake);
        }
    }

    private void land(Landing landing) {
        if (landing instanceof Landing.Answered answered) {
            answer = new ItemAnswer.Recorded(answered.payload(), CallOutcome.JOINED);
        } else if (landing instanceof Landing.Refused refused) {
            refusal = refused.failure();
        }
    }

    private void enter(Caller caller, Runnable wake) {
        try {
            call.known()
                    .ifPresentOrElse(
                            payload -> answer = new ItemAnswer.Recorded(payload, CallOutcome.REPLAYED_LOCAL),
                            () -> join(caller, wake));
        } catch (RuntimeException e) {
            refusal = () -> Refusals.unavailable(call, e);
        }
    }

    private void join(Caller caller, Runnable wake) {
        Flight mine = new Flight(call, caller);
        Optional<Flight> other = parts.flights().begin(mine);
        if (other.isEmpty()) {
            led = mine;
            wakeUps = call.store().subscribe(call.address(), () -> {
                woken = true;
                wake.run();
            });
        } else if (caller.waitsForItself(call, other.get())) {
            refusal = () -> Refusals.reentrant(call);
        } else {
            followed = other.get();
            Stages.afterwards(followed.landing(), wake);
        }
    }

    /** Whether it is time to claim: for the first time, after a wake-up, or when the lease of the owner is over. */
    boolean isDue() {
        return isOpen() && led != null && (!asked || woken || restOfLease().isZero());
    }

    /** What is left of the lease of who holds it, as far as is known; never negative. */
    Duration restOfLease() {
        long now = parts.timer().nanoTime();
        return followed == null ? Duration.ofNanos(Math.max(0, leaseEnd - now)) : followed.restAt(now);
    }

    /** Whether the end of a lease is to be waited for. */
    boolean isHeld() {
        return isOpen() && led != null;
    }

    ClaimRequest request() {
        asked = true;
        woken = false;
        return call.request(parts.tokens().get());
    }

    /** The store's answer to a claim that was sent at this time. */
    void answered(ClaimRequest request, ClaimReply reply, long sent) {
        if (reply instanceof ClaimReply.Granted granted) {
            run = parts.run(call, Objects.requireNonNull(led), request.granted(granted.grant()), sent);
        } else {
            seen((FindReply) reply);
        }
    }

    /** What the store says of the record. */
    void seen(FindReply reply) {
        if (reply instanceof Completed completed) {
            Payload payload = completed.outcome().payload();
            leave(new Landing.Answered(payload));
            answer = new ItemAnswer.Recorded(payload, call.replay(toldInProgress));
        } else if (reply instanceof Held held) {
            toldInProgress = true;
            leaseEnd = parts.timer().nanoTime() + held.rest().toNanos();
        } else if (reply instanceof OutcomeUnknown) {
            refusal = () -> Refusals.unknown(call);
        } else if (!(reply instanceof FindReply.Absent)) {
            refusal = () -> Refusals.conflict(call);
        }
    }

    /** The store gave no answer. What was once told that it is in progress elsewhere never runs beside its owner. */
    void unanswered(Supplier<IdempotencyException> failure) {
        Optional<Call> alone = toldInProgress ? Optional.empty() : call.alone();
        if (alone.isPresent()) {
            call = alone.get();
            asked = false;
        } else {
            refusal = failure;
        }
    }

    /** Says to the store that the method begins. Without its word for it there is no run. */
    CompletableFuture<Void> start(Pipeline pipeline) {
        return Objects.requireNonNull(run)
                .start(pipeline::start)
                .handle((held, failure) -> {
                    if (failure != null) {
                        refusal = () -> Refusals.unavailable(call, failure);
                    }
                    if (failure != null || !held) {
                        run = null;
                        asked = false;
                    }
                    return (Void) null;
                })
                .toCompletableFuture();
    }

    boolean mayBegin() {
        return Objects.requireNonNull(run).mayBegin();
    }

    /** Its run, as the method sees it. */
    CurrentCall current(int attempt, Scope outer) {
        return new CurrentCall(call, Objects.requireNonNull(run), attempt, outer);
    }

    /** Its run has this result; that of an earlier owner is the answer instead, if there is one. */
    CompletableFuture<Void> end(Ending ending, @Nullable Object result, Pipeline pipeline) {
        CallOutcome how = call.ownRun();
        count(how);
        Tally.spent(call, result);
        return Objects.requireNonNull(run)
                .end(ending, pipeline::complete, pipeline::release)
                .thenAccept(earlier -> {
                    landed();
                    answer = earlier.<ItemAnswer>map(payload -> new ItemAnswer.Recorded(payload, how))
                            .orElseGet(() -> new ItemAnswer.Result(result));
                });
    }

    /** Its run has no result, and is free for everybody. */
    CompletableFuture<Void> release(Pipeline pipeline) {
        return Objects.requireNonNull(run).fail(pipeline::release).thenRun(this::landed);
    }

    /** The method ran and gave nothing for it, which is so by itself or because it failed. */
    void leaveOut(boolean failed) {
        count(failed ? CallOutcome.FAILED : call.ownRun());
        answer = new ItemAnswer.LeftOut();
    }

    /** Tells what became of it, unless that has been told. */
    void count(CallOutcome outcome) {
        if (!counted) {
            counted = true;
            call.observer().answered(outcome);
        }
    }

    /** How long ago its claim was granted. */
    Duration took() {
        return Objects.requireNonNull(run).took();
    }

    /** Turns recorded outcomes into results; throws what says that there is none. Runs the user's code. */
    static void decode(List<BatchItem> items, Outcomes outcomes) throws Throwable {
        for (BatchItem item : items) {
            item.decode(outcomes);
        }
    }

    private void decode(Outcomes outcomes) throws Throwable {
        if (answer instanceof ItemAnswer.Recorded recorded) {
            boolean told = counted;
            counted = true;
            answer = new ItemAnswer.Result(
                    told
                            ? outcomes.decode(call, recorded.payload())
                            : outcomes.replay(call, new Turn.Replay(recorded.payload(), recorded.how())));
        }
    }

    /** Gives up the lead, so that nobody waits for this call meanwhile. A run keeps it. */
    void vacate() {
        if (run == null) {
            leave(refusal == null ? new Landing.Vacated() : new Landing.Refused(refusal));
        }
    }

    private void leave(Landing landing) {
        if (led != null) {
            parts.flights().land(led, landing);
            landed();
        }
    }

    private void landed() {
        wakeUps.close();
        wakeUps = NONE;
        led = null;
        run = null;
        asked = false;
    }
}
