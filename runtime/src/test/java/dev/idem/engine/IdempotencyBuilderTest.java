package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.idem.StoreFailure;
import dev.idem.retry.Resilience4jRetrier;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.caffeine.CaffeineStore;
import dev.idem.store.caffeine.TieredStore;
import dev.idem.store.redisson.RedisClients;
import dev.idem.store.redisson.RedissonStore;
import dev.idem.testing.TestRedis;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What programs without a framework build. */
final class IdempotencyBuilderTest {

    @RegisterExtension
    static final TestRedis REDIS = new TestRedis();

    private static final CallKey KEY = CallKey.of("jobs.submit", "job-1");

    private final IdempotencyStore local = new CaffeineStore(1 << 20);
    private final AtomicInteger runs = new AtomicInteger();

    private String receipt() {
        return "receipt " + runs.incrementAndGet();
    }

    @Test
    void storeAlone_isEnough() throws Exception {
        try (Idempotency idempotency = Idempotency.builder().store(local).build()) {
            assertThat(idempotency.call(KEY, String.class, this::receipt)).isEqualTo("receipt 1");
            assertThat(idempotency.call(KEY, String.class, this::receipt)).isEqualTo("receipt 1");
        }
    }

    @Test
    void settingsOfAnOperation_countForIt() throws Exception {
        try (Idempotency idempotency = Idempotency.builder()
                .store(local)
                .operation("jobs.submit", PolicyOverrides.NONE.withEnabled(false))
                .build()) {
            idempotency.call(KEY, String.class, this::receipt);
            assertThat(idempotency.call(KEY, String.class, this::receipt)).isEqualTo("receipt 2");
        }
    }

    @Test
    void tenants_areKeptApart() throws Exception {
        AtomicInteger tenant = new AtomicInteger();
        try (Idempotency idempotency = Idempotency.builder()
                .store(local)
                .tenants(() -> Optional.of("tenant " + tenant.get()))
                .build()) {
            idempotency.call(KEY, String.class, this::receipt);
            tenant.incrementAndGet();
            assertThat(idempotency.call(KEY, String.class, this::receipt)).isEqualTo("receipt 2");
        }
    }

    @Test
    void withoutAStore_isRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Idempotency.builder().build())
                .withMessage("There is no store. Give the builder one, such as a CaffeineStore.");
    }

    @Test
    void localOnlyWithoutALocalStore_isRefused() {
        CallPolicy policy = CallPolicy.DEFAULT.with(PolicyOverrides.NONE.withOnStoreFailure(StoreFailure.LOCAL_ONLY));
        IdempotencyBuilder builder = Idempotency.builder().store(local).policy(policy);

        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessage(
                        "The store failure policy of the defaults is LOCAL_ONLY, but there is no local store. Give the"
                                + " builder one, or choose REJECT.");
        builder.localStore(new CaffeineStore(1 << 20)).build().close();
    }

    @Test
    void policyThatCannotHold_isRefused() {
        CallPolicy policy = CallPolicy.DEFAULT.with(PolicyOverrides.NONE.withTtl(Duration.ZERO));

        assertThatIllegalStateException()
                .isThrownBy(
                        () -> Idempotency.builder().store(local).policy(policy).build())
                .withMessage("The ttl 0s of the defaults is not positive. Set it to a positive duration, such as 30s.");
    }

    @Test
    void operationThatRetries_needsARetrier() throws Exception {
        IdempotencyBuilder builder = Idempotency.builder()
                .store(local)
                .operation(
                        "jobs.submit",
                        PolicyOverrides.NONE.withRetry(
                                RetryOverrides.attempts(3).withBackoff(Duration.ZERO)));
        Callable<String> failing = () -> {
            throw new IOException("failure " + runs.incrementAndGet());
        };

        try (Idempotency idempotency = builder.build()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> idempotency.call(KEY, String.class, failing))
                    .withMessage(
                            "The calls of operation 'jobs.submit' are tried more than once (retry), but nobody decides about"
                                    + " further attempts. Add io.github.resilience4j:resilience4j-retry and give the builder"
                                    + " a Resilience4jRetrier, or remove retry.");
        }
        try (Idempotency idempotency =
                builder.retrier(new Resilience4jRetrier()).build()) {
            assertThatIOException()
                    .isThrownBy(() -> idempotency.call(KEY, String.class, failing))
                    .withMessage("failure 3");
        }
    }

    @Test
    void retryInTheCallersTransaction_isRefused() throws Exception {
        try (Idempotency idempotency = Idempotency.builder()
                .store(local)
                .policy(CallPolicy.DEFAULT.with(PolicyOverrides.NONE.withRetry(RetryOverrides.attempts(2))))
                .retrier(new Resilience4jRetrier())
                .build()) {
            Operation joining = EngineTestBench.operation().joiningTransaction();
            assertThatIllegalStateException()
                    .isThrownBy(() -> idempotency.engine().execute(joining, new Object[] {"1"}, this::receipt))
                    .withMessageStartingWith("Operation 'charge' joins the caller's transaction");
        }
    }

    @Test
    void sharedStore_needsTheApplicationsName() throws Exception {
        var client = RedisClients.connect(REDIS.address());
        try (RedissonStore redis = new RedissonStore(client, "shop", Duration.ofSeconds(2));
                TieredStore tiered = new TieredStore(redis, 1 << 20, Duration.ofMinutes(10))) {
            IdempotencyBuilder builder = Idempotency.builder().store(tiered);
            assertThatIllegalStateException()
                    .isThrownBy(builder::build)
                    .withMessageStartingWith(
                            "The store is shared with other processes, but the application has no name");

            try (Idempotency idempotency = builder.application("shop").build()) {
                assertThat(idempotency.call(KEY, String.class, this::receipt)).isEqualTo("receipt 1");
                idempotency.clear();
                assertThat(idempotency.call(KEY, String.class, this::receipt))
                        .as("the shared record stays")
                        .isEqualTo("receipt 1");
            }
        } finally {
            client.shutdown();
        }
    }
}
