package dev.idem.engine;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/*
 * A pool that makes up for a worker that waits in a guarded call, so that workers cannot wait for each other: the engine
 * waits in CompletableFuture.get, which tells the pool.
 */
/** The threads that begin asynchronous methods and give answers to their callers, once a store has replied. */
final class Workers {

    private static final int FEWEST = 2;

    private Workers() {}

    /** Daemon threads that are made when they are needed, as many as there are processors. */
    static Executor start() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        int parallelism = Math.max(FEWEST, Runtime.getRuntime().availableProcessors());
        return new ForkJoinPool(
                parallelism, pool -> new Worker(pool, loader), /* handler= */ null, /* asyncMode= */ true);
    }

    /** A thread that sees the classes of the application, as its own threads do. */
    private static final class Worker extends ForkJoinWorkerThread {

        Worker(ForkJoinPool pool, ClassLoader loader) {
            super(pool);
            setContextClassLoader(loader);
            setName("idem-worker-" + threadId(this));
        }

        @SuppressWarnings("deprecation") // threadId() is of Java 19
        private static long threadId(Thread thread) {
            return thread.getId();
        }
    }
}
