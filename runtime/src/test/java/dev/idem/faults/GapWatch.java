package dev.idem.faults;

import dev.idem.store.IdempotencyStore;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Notes what the promises depend on and no fault says: that a JVM stood still, and that a store gave no answer. */
final class GapWatch {

    private static final Duration BEAT = Duration.ofMillis(20);
    private static final Duration STANDSTILL = Terms.LEASE.dividedBy(4);

    private final HistoryWriter history;
    private long silentSince = Long.MAX_VALUE;

    GapWatch(HistoryWriter history) {
        this.history = history;
    }

    /** Watches this JVM as long as it lives. */
    void watchThisJvm() {
        Thread thread = new Thread(this::beat, "gap-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** The same store; commands that it does not answer are noted. */
    IdempotencyStore watched(IdempotencyStore store) {
        InvocationHandler handler = (proxy, method, arguments) -> call(store, method, arguments);
        return (IdempotencyStore) Proxy.newProxyInstance(
                IdempotencyStore.class.getClassLoader(), new Class<?>[] {IdempotencyStore.class}, handler);
    }

    private @Nullable Object call(IdempotencyStore store, Method method, @Nullable Object[] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class && method.getName().equals("equals")) {
            return arguments[0] != null && Proxy.isProxyClass(arguments[0].getClass());
        }
        long begin = System.nanoTime();
        try {
            Object result = method.invoke(store, arguments);
            if (result instanceof CompletionStage<?> stage) {
                return stage.whenComplete((answer, failure) -> note(begin, failure != null));
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** A silence begins with the first command that is not answered and lasts until one is. */
    private synchronized void note(long begin, boolean failed) {
        if (failed) {
            silentSince = Math.min(silentSince, begin);
            history.gap("silence", Math.min(silentSince, begin), System.nanoTime());
        } else {
            silentSince = Long.MAX_VALUE;
        }
    }

    private void beat() {
        long last = System.nanoTime();
        while (!Thread.interrupted()) {
            LockSupport.parkNanos(BEAT.toNanos());
            long now = System.nanoTime();
            if (now - last > STANDSTILL.toNanos()) {
                history.gap("standstill", last, now);
            }
            last = now;
        }
    }
}
