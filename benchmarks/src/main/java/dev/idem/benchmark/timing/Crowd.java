package dev.idem.benchmark.timing;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Threads that make the same call at once. */
public final class Crowd {

    private static final Set<Thread.State> WAITS = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);
    private static final int STEADY_LOOKS = 5;
    private static final long BETWEEN_LOOKS_MILLIS = 20;

    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong last = new AtomicLong(Long.MIN_VALUE);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private Crowd(int size, ThreadFactory factory, Callable<?> call) {
        for (int i = 0; i < size; i++) {
            threads.add(factory.newThread(() -> make(call)));
        }
        threads.forEach(Thread::start);
    }

    /** Threads of the platform. */
    public static Crowd ofThreads(int size, Callable<?> call) {
        return new Crowd(size, Thread::new, call);
    }

    /** Virtual threads, since JDK 21. */
    public static Crowd ofVirtualThreads(int size, Callable<?> call) {
        return new Crowd(size, virtual(), call);
    }

    /** Whether this JDK has virtual threads. */
    public static boolean hasVirtualThreads() {
        return Runtime.version().feature() >= 21;
    }

    /** Returns when all of them have waited for a while. */
    public void awaitWaiting() {
        int steady = 0;
        while (steady < STEADY_LOOKS) {
            pause();
            steady = threads.stream().map(Thread::getState).allMatch(WAITS::contains) ? steady + 1 : 0;
            if (failure.get() != null) {
                throw new IllegalStateException("A call failed.", failure.get());
            }
        }
    }

    /** When the last one had its answer, by {@link System#nanoTime()}. */
    public long last() {
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("A call failed.", failure.get());
        }
        return last.get();
    }

    private void make(Callable<?> call) {
        try {
            call.call();
            long now = System.nanoTime();
            last.accumulateAndGet(now, Math::max);
        } catch (Throwable e) {
            failure.set(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** By name, since this code is compiled for JDK 17. */
    private static ThreadFactory virtual() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            return (ThreadFactory) Class.forName("java.lang.Thread$Builder")
                    .getMethod("factory")
                    .invoke(builder);
        } catch (IllegalAccessException
                | NoSuchMethodException
                | InvocationTargetException
                | ClassNotFoundException e) {
            throw new IllegalStateException("Virtual threads need JDK 21 or newer.", e);
        }
    }
}
