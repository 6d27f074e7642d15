package dev.idem.engine;

import dev.idem.IdempotencyException;
import dev.idem.OwnerCrash;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/*
 * What a contender is for one call, a batch is for many: it claims all open items together, and waits when it was granted
 * none. It never waits while it holds claims, so two batches cannot wait for each other in a circle: what is granted is
 * handed over to be run and ended, and what is held elsewhere is left to others until then.
 *
 * The steps run one after another, each on the thread that brought the news, and none blocks.
 */
/** The items of one call on their way to their answers. */
final class Batch {

    private final List<BatchItem> items;
    private final EngineParts parts;
    private final Caller caller;
    private final CallPolicy policy;
    private Duration waits;
    private volatile Patience patience;
    private CompletableFuture<List<BatchItem>> turn = new CompletableFuture<>();

    /** A batch that has done nothing yet; there is at least one item. */
    Batch(List<BatchItem> items, EngineParts parts, Caller caller) {
        this.items = items;
        this.parts = parts;
        this.caller = caller;
        this.policy = items.get(0).call().policy();
        this.waits = policy.lockWait();
        this.patience = patience();
    }

    private Patience patience() {
        Caller waiting = caller.withDeadline(parts.timer().nanoTime() + waits.toNanos());
        return new Patience(parts.timer(), waiting, policy.lockWait());
    }

    /**
     * Sets out, again after each run. The stage completes with the items that are to be run now, none if all have their
     * answers; or with why the call is refused, and then nothing is held. The time of the runs is not counted as waiting.
     */
    CompletableFuture<List<BatchItem>> next() {
        turn = new CompletableFuture<>();
        patience = patience();
        step();
        return turn;
    }

    /** Waits for nobody any more. What is on its way to the store is still answered, and honoured. */
    void giveUp() {
        patience.giveUp();
    }

    private void step() {
        patience.expectWakeUp();
        those(BatchItem::isOpen).forEach(item -> item.advance(caller, () -> patience.wake()));
        List<BatchItem> due = those(BatchItem::isDue);
        if (isRefused() || due.isEmpty()) {
            settle(this::await);
        } else {
            Stages.afterwards(new BatchClaims(due, parts).send(), () -> settle(this::step));
        }
    }

    /** Refuses the call before anything is run if one item is refused; else hands over what is granted, or goes on. */
    private void settle(Runnable goOn) {
        List<BatchItem> granted = those(BatchItem::isGranted);
        if (isRefused()) {
            refuse(items.stream()
                    .flatMap(item -> item.refusal().stream())
                    .findFirst()
                    .orElseThrow());
        } else if (granted.isEmpty()) {
            goOn.run();
        } else if (policy.onOwnerCrash() == OwnerCrash.RERUN) {
            handOver(granted);
        } else {
            Stages.afterwards(Pipeline.send(granted, BatchItem::start), this::settleStarted);
        }
    }

    private void settleStarted() {
        List<BatchItem> granted = those(BatchItem::isGranted);
        if (isRefused() || granted.isEmpty()) {
            settle(this::step);
        } else {
            handOver(granted);
        }
    }

    private void await() {
        List<BatchItem> open = those(BatchItem::isOpen);
        if (open.isEmpty()) {
            handOver(open);
            return;
        }
        patience.end()
                .ifPresentOrElse(
                        cause -> refuse(inProgress(open.get(0), cause)),
                        () -> patience.pause(
                                Stream.concat(
                                                Stream.of(patience.remaining()),
                                                open.stream()
                                                        .filter(BatchItem::isHeld)
                                                        .map(BatchItem::restOfLease))
                                        .min(Duration::compareTo)
                                        .orElseThrow(),
                                this::resume));
    }

    private void resume() {
        patience.end().ifPresentOrElse(this::end, this::step);
    }

    private void end(String cause) {
        if (patience.isGivenUp()) {
            giveUp(cause);
        } else {
            lookOnceMore(cause);
        }
    }

    private void lookOnceMore(String cause) {
        those(BatchItem::isOpen).forEach(item -> item.advance(caller, () -> {}));
        CompletableFuture<Void> seen =
                Stages.all(those(BatchItem::isHeld).stream().map(this::look).toList());
        Stages.afterwards(seen, () -> giveUp(cause));
    }

    private CompletableFuture<Void> look(BatchItem item) {
        Call call = item.call();
        return Stages.attempt(() -> call.store().find(call.address(), call.fingerprint()))
                .handle((reply, failure) -> {
                    if (failure == null) {
                        item.seen(reply);
                    } else {
                        item.unanswered(() -> Refusals.unavailable(call, failure));
                    }
                    return (Void) null;
                })
                .toCompletableFuture();
    }

    private void giveUp(String cause) {
        settle(() -> {
            List<BatchItem> open = those(BatchItem::isOpen);
            if (open.isEmpty()) {
                handOver(open);
            } else {
                refuse(inProgress(open.get(0), cause));
            }
        });
    }

    private static Supplier<IdempotencyException> inProgress(BatchItem item, String cause) {
        return () -> Refusals.inProgress(item.call(), item.restOfLease(), cause);
    }

    /** Nothing is run: what was granted is released first. */
    private void refuse(Supplier<IdempotencyException> failure) {
        IdempotencyException refusal = failure.get();
        tellWaiting();
        items.forEach(item -> item.count(CallOutcome.refused(
                item.refusal().<IdempotencyException>map(Supplier::get).orElse(refusal))));
        items.forEach(BatchItem::vacate);
        Stages.afterwards(Pipeline.send(those(BatchItem::isGranted), BatchItem::release), () -> {
            patience.leave();
            turn.completeExceptionally(refusal);
        });
    }

    private void handOver(List<BatchItem> granted) {
        items.forEach(BatchItem::vacate);
        waits = patience.remaining();
        tellWaiting();
        patience.leave();
        turn.complete(granted);
    }

    private void tellWaiting() {
        patience.waited().ifPresent(items.get(0).call().observer()::waited);
    }

    private boolean isRefused() {
        return items.stream().anyMatch(item -> item.refusal().isPresent());
    }

    private List<BatchItem> those(Predicate<BatchItem> some) {
        return items.stream().filter(some).toList();
    }
}
