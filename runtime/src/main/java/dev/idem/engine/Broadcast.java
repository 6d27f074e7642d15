package dev.idem.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/*
 * All that changes lies under one lock; sources and subscribers are called without it. The leader has the items
 * themselves, all others copies. An item is taken down before anybody has it, who might change it.
 */
/**
 * The items of one run on their way to all who listen in this process: to each from the first one on, as they arrive. The
 * source is asked for what the fastest listener wants, and for little at a time. Thread-safe.
 */
final class Broadcast implements Flow.Subscriber<Object> {

    /** How a listener that came later was received. */
    enum Reception {
        LISTENS,
        LOST,
        OVER
    }

    private static final int MOST_AHEAD = 64;

    private final Recording recording;
    private final Function<byte[], Answer> copies;
    private final Function<String, Throwable> losses;
    private final StreamRun run;
    private final Listener leader;
    private final List<Listener> listeners = new ArrayList<>();
    private Flow.@Nullable Subscription source;
    private long asked;
    private long received;
    private boolean over;
    private boolean whole;

    /**
     * A broadcast with one listener.
     *
     * @param copies makes an item again of what was recorded of it
     * @param losses what listeners fail with for whom the items cannot be kept, by the reason
     * @param run is told how the source ends
     */
    Broadcast(
            Recording recording,
            Function<byte[], Answer> copies,
            Function<String, Throwable> losses,
            StreamRun run,
            Listener leader) {
        this.recording = recording;
        this.copies = copies;
        this.losses = losses;
        this.run = run;
        this.leader = leader;
        listeners.add(leader);
    }

    /** One more listens: it has what was sent already, and is to be told to deliver. */
    synchronized Reception join(Listener listener) {
        if (over) {
            return Reception.OVER;
        }
        if (recording.loss().isPresent()) {
            return Reception.LOST;
        }
        recording.items().forEach(item -> listener.offer(copies.apply(item)));
        listeners.add(listener);
        return Reception.LISTENS;
    }

    synchronized void leave(Listener listener) {
        listeners.remove(listener);
    }

    /** Takes a listener away that has nothing to listen to yet. False: it has. */
    synchronized boolean leaveSilence(Listener listener) {
        return received == 0 && !over && listeners.remove(listener);
    }

    /** What listeners fail with that come now: the items are lost to them. */
    synchronized Throwable loss() {
        return losses.apply(recording.loss().orElseThrow());
    }

    /** What is to be recorded. */
    synchronized Ending ending(Outcomes outcomes, Call call) {
        return outcomes.streamed(call, recording);
    }

    /** The last item of a stream that has given all, which tells what it used; null if there is none. */
    synchronized @Nullable Object lastOfAll() {
        return whole ? recording.last() : null;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        synchronized (this) {
            source = subscription;
        }
        if (isOver()) {
            subscription.cancel();
        } else {
            replenish();
        }
    }

    @Override
    public void onNext(Object item) {
        List<Listener> lost = List.of();
        List<Listener> told;
        synchronized (this) {
            received++;
            byte[] encoded = recording.add(item).orElse(null);
            if (encoded == null && listeners.size() > 1) {
                lost = List.copyOf(listeners.subList(1, listeners.size()));
                listeners.removeAll(lost);
            }
            told = List.copyOf(listeners);
            told.forEach(listener ->
                    listener.offer(encoded == null || listener.equals(leader) ? () -> item : copies.apply(encoded)));
        }
        lost.forEach(listener -> listener.cutOff(loss()));
        told.forEach(Listener::deliver);
        replenish();
    }

    @Override
    public void onError(Throwable failure) {
        run.failed(failure);
    }

    @Override
    public void onComplete() {
        synchronized (this) {
            whole = true;
        }
        run.completed();
    }

    /** Asks the source for more, if a listener wants more. */
    void replenish() {
        Flow.Subscription from;
        long count;
        synchronized (this) {
            from = source;
            count = more();
            if (from == null || count <= 0) {
                return;
            }
            asked += count;
        }
        from.request(count);
    }

    private long more() {
        long ahead = asked - received;
        long most = listeners.stream().mapToLong(Listener::wanted).max().orElse(0);
        return ahead > MOST_AHEAD / 2 ? 0 : Math.min(most, received + MOST_AHEAD) - asked;
    }

    /** Stops the source. */
    void cancel() {
        Flow.Subscription from;
        synchronized (this) {
            over = true;
            from = source;
        }
        if (from != null) {
            from.cancel();
        }
    }

    /** All have all items, and what they ended with. */
    void complete() {
        end().forEach(Listener::complete);
    }

    /** The items have ended too early. Those who have had none look elsewhere, all but the leader. */
    void fail(Throwable failure) {
        for (Listener listener : end()) {
            if (isSilent() && !listener.equals(leader)) {
                listener.lookElsewhere();
            } else {
                listener.fail(failure);
            }
        }
    }

    private synchronized boolean isSilent() {
        return received == 0;
    }

    private synchronized boolean isOver() {
        return over;
    }

    private synchronized List<Listener> end() {
        over = true;
        List<Listener> all = List.copyOf(listeners);
        listeners.clear();
        return all;
    }
}
