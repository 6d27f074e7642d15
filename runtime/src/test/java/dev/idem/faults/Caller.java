package dev.idem.faults;

import dev.idem.CallInProgressException;
import dev.idem.OutcomeUnknownException;
import dev.idem.StoreUnavailableException;
import dev.idem.engine.Invocation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The program of a caller's JVM. It calls the guarded method from several threads until it is told {@code settle}; then
 * it asks once more for every key there has been, says {@code settled}, and lives until its input ends.
 */
public final class Caller {

    static final Duration KEY_PERIOD = Duration.ofMillis(30);
    static final Duration SETTLING = Terms.LEASE.multipliedBy(14);

    private static final int THREADS = 8;
    private static final int THINK_MILLIS = 30;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final CallerSettings settings;
    private final HistoryWriter history;
    private final CallerNode node;
    private final AtomicLong calls = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean loading = true;

    private Caller(CallerSettings settings, HistoryWriter history, CallerNode node) {
        this.settings = settings;
        this.history = history;
        this.node = node;
    }

    /** Runs until its input ends, which the end of the laboratory ends too. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        CallerSettings settings = CallerSettings.parse(arguments);
        HistoryWriter history = new HistoryWriter(settings.history());
        GapWatch watch = new GapWatch(history);
        watch.watchThisJvm();
        try {
            new Caller(settings, history, new CallerNode(settings, watch)).obey();
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    /** Reads on whatever happens elsewhere, so that the end of the input always ends the JVM. */
    private void obey() throws IOException, InterruptedException {
        threads.execute(this::begin);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        while (orders.readLine() != null) {
            loading = false;
            settle(newestKey());
            say("settled");
        }
    }

    private void begin() {
        node.connect();
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(settings.seed() + i);
            threads.execute(() -> load(random));
        }
        say("loading");
    }

    private void load(Random random) {
        while (loading) {
            Request request = Request.random(random, newestKey());
            long run = runMillis(random);
            boolean fails = random.nextInt(100) < 3;
            call(
                    request,
                    /* settling= */ false,
                    () -> {
                        spend(Duration.ofMillis(run));
                        if (fails) {
                            throw new PlannedFailure();
                        }
                        return "";
                    });
            spend(Duration.ofMillis(random.nextInt(THINK_MILLIS)));
        }
    }

    /** Mostly short; some runs last longer than a lease. */
    private static long runMillis(Random random) {
        int kind = random.nextInt(100);
        if (kind < 60) {
            return random.nextInt(5);
        }
        return random.nextInt(Math.toIntExact(kind < 95 ? 100 : Terms.LEASE.toMillis() * 2));
    }

    private void settle(long newest) throws InterruptedException {
        long begun = System.nanoTime();
        AtomicLong next = new AtomicLong();
        List<java.util.concurrent.Callable<Object>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            tasks.add(() -> {
                for (long key = next.getAndIncrement(); key <= newest; key = next.getAndIncrement()) {
                    settle(new Request("acme", "key" + key, "usual"), begun);
                    settle(new Request("zenith", "key" + key, "usual"), begun);
                }
                return true;
            });
        }
        threads.invokeAll(tasks);
        threads.shutdown();
        threads.awaitTermination(SETTLING.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void settle(Request request, long begun) {
        while (true) {
            long asked = System.nanoTime() - begun;
            Throwable failure = call(request, /* settling= */ true, () -> "");
            boolean patient = failure instanceof OutcomeUnknownException
                    ? asked < Terms.LEASE.multipliedBy(3).toNanos()
                    : asked < SETTLING.toNanos()
                            && (failure instanceof CallInProgressException
                                    || failure instanceof StoreUnavailableException);
            if (!patient) {
                return;
            }
            spend(LOOK_AGAIN);
        }
    }

    @SuppressWarnings("CatchAllThrowable")
    private @org.jspecify.annotations.Nullable Throwable call(Request request, boolean settling, Invocation work) {
        String call = settings.name() + '-' + calls.incrementAndGet();
        history.called(call, request, settling);
        try {
            history.answered(call, node.call(request, () -> run(call, request, work)));
            return null;
        } catch (Throwable failure) {
            history.failed(call, failure);
            return failure;
        }
    }

    private String run(String call, Request request, Invocation work) throws Throwable {
        history.begins(call);
        try {
            work.proceed();
        } catch (Throwable failure) {
            history.ends(call, /* returns= */ false);
            throw failure;
        }
        history.ends(call, /* returns= */ true);
        return request.resultOf(call);
    }

    private long newestKey() {
        return (System.nanoTime() - settings.epoch()) / KEY_PERIOD.toNanos();
    }

    private static void spend(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long rest = time.toNanos(); rest > 0; rest = end - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }

    /** What the guarded method throws now and then. */
    static final class PlannedFailure extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
