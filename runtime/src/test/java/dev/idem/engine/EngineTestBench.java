package dev.idem.engine;

import dev.idem.StoreFailure;
import dev.idem.codec.ResultCodec;
import dev.idem.codec.ResultType;
import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.retry.Resilience4jRetrier;
import dev.idem.store.ClaimRequest;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.caffeine.ClockedStores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An engine over a real in-process store, with a clock and a line to the store that a test controls. */
final class EngineTestBench implements AutoCloseable {

    static final Duration LEASE = Duration.ofSeconds(30);
    static final Duration LOCK_WAIT = Duration.ofSeconds(60);
    static final Duration TTL = Duration.ofHours(1);

    /** What a method may throw as an outcome. */
    static final ReplayedException BROKEN = new ReplayedException(
            IllegalStateException.class,
            List.of(ResultType.of(String.class)),
            thrown -> new Object[] {thrown.getMessage()},
            parts -> new IllegalStateException((String) parts[0]));

    final ManualTimer timer = new ManualTimer();
    final IdempotencyStore shared = ClockedStores.on(timer::nanoTime);
    final IdempotencyStore alone = ClockedStores.on(timer::nanoTime);
    final FaultyStore store = new FaultyStore(shared);
    final AtomicInteger tokens = new AtomicInteger();
    final ExecutorService threads = Executors.newCachedThreadPool();
    volatile CallPolicy policy = CallPolicy.DEFAULT.with(
            PolicyOverrides.NONE.withTtl(TTL).withLockWait(LOCK_WAIT).withLease(LEASE));
    final ManualTransactions transactions = new ManualTransactions();
    EngineLimits limits = EngineLimits.DEFAULT;
    volatile Optional<String> tenant = Optional.empty();
    volatile OperationObserver observer = OperationObserver.NONE;

    final Retrier retrier = new Resilience4jRetrier();
    final ResultCodec codec = new TextCodec();
    final IdempotencyEngine engine = engine(store);

    /** Another process's engine, on the same records. */
    IdempotencyEngine engine(IdempotencyStore line) {
        return engine(line, () -> tenant);
    }

    /** The same, with tenants named by this resolver. */
    IdempotencyEngine engine(IdempotencyStore line, TenantResolver tenants) {
        return new IdempotencyEngine(
                "shop",
                tenants,
                operation -> new Guard(
                        policy,
                        line,
                        policy.onStoreFailure() == StoreFailure.LOCAL_ONLY ? Optional.of(alone) : Optional.empty(),
                        Optional.of(retrier),
                        observer),
                codec,
                limits,
                Optional.of(transactions),
                timer,
                () -> "token" + tokens.incrementAndGet());
    }

    static Operation operation() {
        return operation("charge", ResultType.of(String.class));
    }

    static Operation operation(String name, ResultType type) {
        return new Operation(name, "charge", List.of(String.class), type, PolicyOverrides.NONE, (arguments, out) -> {
                    out.beginObject();
                    if (arguments[0] != null) {
                        out.name("order");
                        out.value((String) arguments[0]);
                    }
                    out.endObject();
                })
                .withUnless(arguments -> "straight".equals(arguments[0]));
    }

    /** The first argument is the client's key, the second the content. */
    static Operation keyedOperation() {
        return new Operation(
                        "pay",
                        "pay",
                        List.of(String.class, String.class),
                        ResultType.of(String.class),
                        PolicyOverrides.NONE,
                        (arguments, out) -> {
                            out.beginObject();
                            if (arguments[1] != null) {
                                out.name("order");
                                out.value((String) arguments[1]);
                            }
                            out.endObject();
                        })
                .withClientKey(arguments -> (String) arguments[0]);
    }

    /** Where the calls of {@link #operation()} with this argument lie. */
    static RecordAddress address(String order) {
        return new RecordAddress("shop", null, "charge", fingerprint(order).derivedKey());
    }

    static Fingerprint fingerprint(String order) {
        return Fingerprint.of(("{\"order\":\"" + order + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    /** What another process would ask the store for the same call. */
    static ClaimRequest foreignRequest(String order) {
        return new ClaimRequest(address(order), fingerprint(order), "foreign", LEASE, TTL, false);
    }

    /** Calls are tried more often from now on, with delays that nothing shortens. */
    void retry(int attempts, Duration backoff) {
        policy = policy.with(PolicyOverrides.NONE.withRetry(RetryOverrides.attempts(attempts)
                .withBackoff(backoff)
                .withMaxBackoff(Duration.ofMinutes(1))
                .withJitter(0)));
    }

    Object call(String order, Invocation invocation) throws Throwable {
        return engine.execute(operation(), new Object[] {order}, invocation);
    }

    /** The same on a thread of its own. */
    CompletableFuture<Object> callLater(String order, Invocation invocation) {
        return callLater(engine, order, invocation);
    }

    CompletableFuture<Object> callLater(IdempotencyEngine which, String order, Invocation invocation) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                answer.complete(which.execute(operation(), new Object[] {order}, invocation));
            } catch (Throwable failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer.orTimeout(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
