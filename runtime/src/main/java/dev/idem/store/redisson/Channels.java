package dev.idem.store.redisson;

import dev.idem.LogEvent;
import dev.idem.store.IdempotencyStore.Subscription;
import dev.idem.store.WakeUps;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RTopic;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one standing subscription of this process: to a channel of its own, on which it is told that claims have ended, and
 * to the application's channel of evictions. The messages are texts of addresses, and only hints.
 */
final class Channels {

    private static final Logger log = LoggerFactory.getLogger(Channels.class);

    private final RTopic own;
    private final RTopic evictions;
    private final WakeUps wakeUps = new WakeUps();
    private final List<Consumer<String>> evictionListeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean warned = new AtomicBoolean();
    private @Nullable CompletableFuture<?> opening;

    Channels(RedissonClient client, String prefix) {
        this.own = client.getTopic(prefix + "wake:" + UUID.randomUUID(), StringCodec.INSTANCE);
        this.evictions = client.getTopic(prefix + "evictions", StringCodec.INSTANCE);
    }

    /** The name of the channel on which only this process listens. */
    String own() {
        return own.getChannelNames().get(0);
    }

    /** The name of the channel on which every process of the application listens. */
    String evictions() {
        return evictions.getChannelNames().get(0);
    }

    synchronized boolean isOpen() {
        return opening != null && opening.isDone() && !opening.isCompletedExceptionally();
    }

    /**
     * Subscribes, unless that is done or under way. Never fails: what fails is tried again at the next call, and one
     * warning says so until it succeeds.
     */
    synchronized CompletionStage<?> open() {
        if (opening == null || opening.isCompletedExceptionally()) {
            opening = CompletableFuture.allOf(
                    own.addListenerAsync(String.class, (channel, record) -> wakeUps.wake(record))
                            .toCompletableFuture(),
                    evictions
                            .addListenerAsync(String.class, (channel, record) -> evicted(record))
                            .toCompletableFuture());
        }
        return opening.handle((done, failure) -> {
            if (failure == null) {
                warned.set(false);
            } else if (!warned.getAndSet(true)) {
                LogEvent.WAKE_UPS_UNAVAILABLE
                        .warn(log)
                        .setCause(failure)
                        .log("Could not subscribe to wake-ups; until then a waiting call may wait for a whole lease.");
            }
            return true;
        });
    }

    Subscription onWakeUp(String record, Runnable listener) {
        return wakeUps.subscribe(record, listener);
    }

    Subscription onEviction(Consumer<String> listener) {
        evictionListeners.add(listener);
        return () -> evictionListeners.remove(listener);
    }

    /** Unsubscribes, if it can. */
    void close() {
        for (RTopic topic : List.of(own, evictions)) {
            topic.removeAllListenersAsync().whenComplete((done, failure) -> {
                if (failure != null) {
                    log.debug("Could not unsubscribe from {}.", topic.getChannelNames(), failure);
                }
            });
        }
    }

    private void evicted(String record) {
        evictionListeners.forEach(listener -> listener.accept(record));
    }
}
