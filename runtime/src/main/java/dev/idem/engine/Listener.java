package dev.idem.engine;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/*
 * Items come from one side and demand from the other, on any threads. Whoever brings something counts it as work; the
 * first to do so delivers until no work is left, so that the subscriber is told one thing at a time and in order.
 */
/** One subscriber to the items of a call: what it has asked for, and what waits for it. Thread-safe. */
final class Listener implements Flow.Subscription {

    private final Flow.Subscriber<? super Object> subscriber;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final Queue<Answer> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong wanted = new AtomicLong();
    private final AtomicInteger work = new AtomicInteger();
    private volatile Executor executor = Runnable::run;
    private volatile Runnable onDemand = () -> {};
    private volatile Runnable retry = () -> {};
    private final AtomicReference<@Nullable End> end = new AtomicReference<>();
    private long given;

    /** A listener to nothing yet. */
    Listener(Flow.Subscriber<? super Object> subscriber) {
        this.subscriber = subscriber;
    }

    /** Completes when the subscriber has gone, or has been told the end. */
    CompletionStage<Void> gone() {
        return gone;
    }

    boolean isGone() {
        return gone.isDone();
    }

    /** How many items the subscriber has asked for since it came. */
    long wanted() {
        return wanted.get();
    }

    /**
     * Has its items from elsewhere from now on.
     *
     * @param threads which tell the subscriber
     * @param demand is run when the subscriber has asked for more
     * @param again looks for the items elsewhere, on one of the threads
     */
    void tune(Executor threads, Runnable demand, Runnable again) {
        executor = threads;
        onDemand = demand;
        retry = again;
    }

    /** There is nothing to listen to here: looks for the items elsewhere. */
    void lookElsewhere() {
        executor.execute(retry);
    }

    /** One more item, which the subscriber is told of at the next {@link #deliver}. */
    void offer(Answer item) {
        waiting.add(item);
    }

    /** There are no more items. What waits is given first. The first end counts. */
    void complete() {
        end(new End(null));
    }

    /** The same, with what went wrong. */
    void fail(Throwable failure) {
        end(new End(failure));
    }

    /** Ends at once: what waits is dropped. */
    void cutOff(Throwable failure) {
        waiting.clear();
        fail(failure);
    }

    private void end(End how) {
        end.compareAndSet(null, how);
        deliver();
    }

    @Override
    public void request(long count) {
        if (count <= 0) {
            cutOff(new IllegalArgumentException("A subscriber asked for " + count + " items. Ask for one or more."));
            return;
        }
        wanted.accumulateAndGet(count, (before, more) -> before + more < 0 ? Long.MAX_VALUE : before + more);
        onDemand.run();
        deliver();
    }

    @Override
    public void cancel() {
        gone.complete(null);
        deliver();
    }

    /** Tells the subscriber what it may be told. */
    void deliver() {
        if (work.getAndIncrement() == 0) {
            executor.execute(this::deliverAll);
        }
    }

    private void deliverAll() {
        int done = work.get();
        while (done != 0) {
            while (deliverOne()) {}
            done = work.addAndGet(-done);
        }
    }

    /** Whether there may be more to tell. The end is looked at first: what came before it has then been seen. */
    private boolean deliverOne() {
        if (gone.isDone()) {
            waiting.clear();
            return false;
        }
        End last = end.get();
        Answer next = given < wanted.get() ? waiting.poll() : null;
        if (next != null) {
            given++;
            give(next);
            return true;
        }
        if (last != null && waiting.isEmpty()) {
            gone.complete(null);
            tell(last);
        }
        return false;
    }

    private void give(Answer next) {
        Object item;
        try {
            item = next.give();
        } catch (Throwable failure) {
            gone.complete(null);
            subscriber.onError(failure);
            return;
        }
        subscriber.onNext(item);
    }

    private void tell(End last) {
        if (last.failure() == null) {
            subscriber.onComplete();
        } else {
            subscriber.onError(last.failure());
        }
    }

    /** How the items end; without a failure, well. */
    private record End(@Nullable Throwable failure) {}
}
