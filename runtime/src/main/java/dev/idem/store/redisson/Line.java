package dev.idem.store.redisson;

import dev.idem.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.redisson.client.RedisException;
import org.redisson.client.RedisTimeoutException;

/**
 * The way to a client that may not be connected yet. A client blocks its callers while it connects; so until it has
 * answered once it is called on threads of our own, and nobody who sends a command is blocked.
 */
final class Line implements AutoCloseable {

    private static final int THREADS = 4;

    private final Duration timeout;
    private final Deadlines deadlines;
    private final ThreadPoolExecutor connecting;
    private volatile boolean connected;

    /** A line to a client that has not answered yet. */
    Line(Duration timeout) {
        this.timeout = timeout;
        this.deadlines = new Deadlines(timeout);
        this.connecting = new ThreadPoolExecutor(
                THREADS, THREADS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Line::daemon);
        this.connecting.allowCoreThreadTimeOut(true);
    }

    /** Fails with {@link StoreUnavailableException} if there is no answer in time, or none at all. */
    <T> CompletableFuture<T> send(Supplier<? extends CompletionStage<T>> command) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        deadlines.limit(answer);
        if (connected) {
            forward(command, answer);
        } else {
            connecting.execute(() -> forward(command, answer));
        }
        return answer.exceptionallyCompose(
                failure -> CompletableFuture.failedFuture(new StoreUnavailableException(reason(failure), failure)));
    }

    /** By the kind of failure only: the client's own words hold the command. */
    private String reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof RedisException && !(cause instanceof RedisTimeoutException)
                ? "Redis did not execute the command: " + cause.getClass().getSimpleName()
                : "Redis gave no answer within " + timeout;
    }

    /** Lets no further command wait for a connection. */
    @Override
    public void close() {
        connecting.shutdownNow();
    }

    private <T> void forward(Supplier<? extends CompletionStage<T>> command, CompletableFuture<T> answer) {
        if (answer.isDone()) {
            return;
        }
        try {
            command.get().whenComplete((value, failure) -> {
                if (failure == null) {
                    connected = true;
                    answer.complete(value);
                } else {
                    answer.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "idem-redis-connect");
        thread.setDaemon(true);
        return thread;
    }
}
