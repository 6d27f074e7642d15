package dev.idem.spring;

import static org.assertj.core.api.Assertions.catchThrowable;

import dev.idem.codec.ResultType;
import dev.idem.codec.jackson.JacksonResultCodec;
import dev.idem.engine.CallKey;
import dev.idem.engine.Idempotency;
import dev.idem.engine.IdempotencyBuilder;
import dev.idem.engine.Operation;
import dev.idem.engine.PolicyOverrides;
import dev.idem.engine.RefusalTexts;
import dev.idem.intercept.aspectj.IdempotentCallAspectTexts;
import dev.idem.key.IdempotencyKeyHeader;
import dev.idem.key.IdempotencyKeys;
import dev.idem.spring.web.IdempotencyWebAutoConfiguration;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.caffeine.CaffeineStore;
import dev.idem.testing.shop.Bookings;
import dev.idem.testing.shop.CardPayments;
import dev.idem.testing.shop.Couriers;
import dev.idem.testing.shop.HurriedPayments;
import dev.idem.testing.shop.NamesakePayments;
import dev.idem.testing.shop.Outdated;
import dev.idem.testing.shop.Parcels;
import dev.idem.testing.shop.Payments;
import dev.idem.testing.shop.Unprocessed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** Provokes every failure of our own once. */
final class ErrorCases {

    private static final ApplicationContextRunner ANY =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(IdempotencyAutoConfiguration.class));
    private static final ApplicationContextRunner LOCAL = ANY.withPropertyValues("idem.store=local");
    private static final ApplicationContextRunner REDIS = ANY.withPropertyValues(
            "idem.store=redis", "idem.application=shop", "idem.redis.address=redis://localhost:1");

    private ErrorCases() {}

    /** A failure while the application runs. */
    record Refusal(String situation, Throwable failure) {}

    /** A failure that stops the start-up, as it is shown. */
    record FailedStart(String situation, Throwable failure, Class<?> analyzer, String description, String action) {}

    static List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>();
        RefusalTexts.all().forEach((kind, failure) -> refusals.add(new Refusal(kind, failure)));
        refusals.addAll(List.of(
                refused("the header is missing", () -> IdempotencyKeyHeader.parse(null)),
                refused("the header is malformed", () -> IdempotencyKeyHeader.parse("\"a b\"")),
                refused("the client's key is missing", () -> CallKey.of("payments.charge", " ")),
                refused("the client's key is malformed", () -> CallKey.of("payments.charge", "a secret")),
                refused("code names no operation", () -> CallKey.of(" ", "order-4711")),
                refused(
                        "content of code has no stable text",
                        () -> CallKey.of("payments.charge", "order-4711", Map.of("amount", Double.NaN))),
                refused(
                        "content of code is of a class that has none",
                        () -> CallKey.ofContent("payments.charge", Map.of("at", new Thread("secret")))),
                refused("an argument has no stable text", () -> charge(Optional::empty, "half a \uD800 secret")),
                refused("all arguments are null", () -> charge(Optional::empty, null)),
                refused("the tenant cannot be found out", () -> charge(ErrorCases::noSession, "a")),
                refused("the tenant is null", () -> charge(() -> null, "a")),
                refused("a composite key has no parts", IdempotencyKeys::composite),
                refused("a part of a key holds a separator", () -> IdempotencyKeys.scopedSha256Hex("a\0b", "c")),
                refused("evicting, while the store is down", () -> down().evict("payments.charge", "order-4711")),
                refused(
                        "finding, while the store is down",
                        () -> down().find(CallKey.of("payments.charge", "order-4711"), ResultType.of(String.class))),
                refused(
                        "looking at a record, while the store is down",
                        () -> down().look("payments.charge", "order-4711")),
                refused("the local store is full", ErrorCases::full),
                refused(
                        "a record that is no JSON",
                        () -> new JacksonResultCodec()
                                .decode("a secret".getBytes(StandardCharsets.UTF_8), ResultType.of(String.class))),
                refused("the builder has no store", () -> Idempotency.builder().build()),
                new Refusal("woven code without an application", IdempotentCallAspectTexts.notWired())));
        return refusals;
    }

    static List<FailedStart> starts() {
        return List.of(
                failed("a guarded class was compiled without the processor", LOCAL.withBean(Unprocessed.class)),
                failed("a generated class is older than its source", LOCAL.withBean(Outdated.class)),
                failed("a type of another artifact has changed", LOCAL.withBean(Parcels.class)),
                failed("an unknown store", ANY.withPropertyValues("idem.store=reddis")),
                failed("Redis is asked for, and there is none", ANY.withPropertyValues("idem.store=redis")),
                failed(
                        "Redis is asked for, and Redisson is excluded",
                        ANY.withPropertyValues("idem.store=tiered")
                                .withClassLoader(new FilteredClassLoader("org.redisson"))),
                failed(
                        "a malformed address",
                        REDIS.withPropertyValues("idem.redis.address=http://u:secret@localhost:1")),
                failed(
                        "a Redisson file that is not there",
                        ANY.withPropertyValues(
                                "idem.store=redis",
                                "idem.application=shop",
                                "idem.redis.config=classpath:nowhere.yaml")),
                failed(
                        "an SSL bundle that only Spring Data would read",
                        ANY.withPropertyValues(
                                "idem.store=redis",
                                "idem.application=shop",
                                "spring.data.redis.host=localhost",
                                "spring.data.redis.ssl.bundle=redis")),
                failed(
                        "a shared store, and an application without a name",
                        ANY.withPropertyValues("idem.store=tiered", "idem.redis.address=redis://localhost:1")),
                failed("a time-out of nothing", REDIS.withPropertyValues("idem.redis.timeout=0s")),
                failed(
                        "a lease that is too short for the store",
                        REDIS.withPropertyValues("idem.redis.timeout=400ms").withBean(HurriedPayments.class)),
                failed("a TTL of nothing", LOCAL.withPropertyValues("idem.ttl=0s")),
                failed("a negative wait", LOCAL.withPropertyValues("idem.lock-wait=-1s")),
                failed("outcomes of no size", LOCAL.withPropertyValues("idem.max-outcome-size=0B")),
                failed("no waiting threads", LOCAL.withPropertyValues("idem.max-waiting-threads=0")),
                failed("a duplicate rate above one", LOCAL.withPropertyValues("idem.alert.duplicate-rate=10")),
                failed("a negative price", LOCAL.withPropertyValues("idem.prices[usage.inputTokens]=-1")),
                failed("a policy that names itself", LOCAL.withPropertyValues("idem.on-owner-crash=default")),
                failed(
                        "a joined transaction, and no transactions",
                        LOCAL.withBean(Bookings.class)
                                .withClassLoader(new FilteredClassLoader("org.springframework.transaction"))),
                failed(
                        "a retry inside a joined transaction",
                        LOCAL.withBean(Bookings.class)
                                .withPropertyValues("idem.operations[bookings.book].retry.max-attempts=2")),
                failed(
                        "a retry, and Resilience4j is missing",
                        LOCAL.withBean(Couriers.class)
                                .withClassLoader(new FilteredClassLoader("io.github.resilience4j"))),
                failed(
                        "no attempts",
                        LOCAL.withBean(Couriers.class)
                                .withPropertyValues("idem.operations[couriers.send].retry.max-attempts=0")),
                failed(
                        "two beans inherit one operation",
                        LOCAL.withBean("plain", Payments.class, Payments::new)
                                .withBean("card", CardPayments.class, CardPayments::new)),
                failed(
                        "two types declare one operation",
                        LOCAL.withBean(Payments.class).withBean(NamesakePayments.class)),
                malformedDescriptor(),
                failed(
                        "a bean that is created too early",
                        LOCAL.withUserConfiguration(SetupFailureTest.EarlyPayments.class)),
                failed(
                        "mode aspectj, and the class is not woven",
                        LOCAL.withPropertyValues("idem.mode=aspectj").withBean(Payments.class)),
                failed(
                        "mode aspectj, and AspectJ is missing",
                        LOCAL.withPropertyValues("idem.mode=aspectj")
                                .withClassLoader(new FilteredClassLoader("org.aspectj"))),
                failed("a header that is none", webFailure("idem.web.key-header=Charge Id")),
                failed("a problem type that is no URI", webFailure("idem.web.problem-types=our problems")),
                failed("no JSON library", LOCAL.withClassLoader(new FilteredClassLoader("com.fasterxml.jackson"))));
    }

    private static Refusal refused(String situation, ThrowingCallable call) {
        Throwable failure = catchThrowable(call);
        if (failure == null) {
            throw new AssertionError("Nothing was refused: " + situation);
        }
        return new Refusal(situation, failure);
    }

    private static Throwable webFailure(String property) {
        Throwable[] failure = new Throwable[1];
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        IdempotencyAutoConfiguration.class, IdempotencyWebAutoConfiguration.class))
                .withPropertyValues("idem.store=local", property)
                .run(context -> failure[0] = context.getStartupFailure());
        return Objects.requireNonNull(failure[0], property);
    }

    private static FailedStart failed(String situation, ApplicationContextRunner runner) {
        Throwable[] failure = new Throwable[1];
        runner.run(context -> failure[0] = context.getStartupFailure());
        return failed(situation, Objects.requireNonNull(failure[0], situation));
    }

    private static FailedStart failed(String situation, Throwable failure) {
        FailureAnalysis analysis = StartUpFailures.analysisOf(failure);
        return new FailedStart(
                situation,
                analysis.getCause(),
                StartUpFailures.analyzerOf(failure).getClass(),
                analysis.getDescription(),
                analysis.getAction());
    }

    /** Its place on this machine is nobody's business. */
    private static FailedStart malformedDescriptor() {
        try {
            Path classes = Files.createTempDirectory("descriptor");
            Path directory = Files.createDirectories(classes.resolve("META-INF/idem"));
            Path file = Files.writeString(directory.resolve("shop.Refunds.json"), "{\"type\": \"shop.Refunds\"");
            try (URLClassLoader loader =
                    new URLClassLoader(new URL[] {classes.toUri().toURL()}, ErrorCases.class.getClassLoader())) {
                FailedStart start = failed("a descriptor that cannot be read", LOCAL.withClassLoader(loader));
                return new FailedStart(
                        start.situation(),
                        start.failure(),
                        start.analyzer(),
                        start.description().replace(file.toString(), "META-INF/idem/shop.Refunds.json"),
                        start.action());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> noSession() {
        throw new IllegalStateException("no session of secret");
    }

    private static void charge(Supplier<Optional<String>> tenant, String order) throws Throwable {
        Operation charge = new Operation(
                "payments.charge",
                "charge",
                List.of(String.class),
                ResultType.of(String.class),
                PolicyOverrides.NONE,
                (arguments, out) -> {
                    out.beginObject();
                    if (arguments[0] != null) {
                        out.name("order");
                        out.value((String) arguments[0]);
                    }
                    out.endObject();
                });
        try (Idempotency idempotency =
                builder(new CaffeineStore(1_000_000)).tenants(tenant::get).build()) {
            idempotency.engine().execute(charge, new Object[] {order}, () -> "charged");
        }
    }

    private static Idempotency down() {
        return builder(DownStore.create()).application("shop").build();
    }

    private static void full() throws Exception {
        try (Idempotency idempotency =
                builder(new CaffeineStore(/* maximumWeight= */ 1)).build()) {
            idempotency.call(CallKey.of("payments.charge", "order-1"), String.class, () -> "charged");
            idempotency.call(CallKey.of("payments.charge", "order-2"), String.class, () -> "charged");
        }
    }

    private static IdempotencyBuilder builder(IdempotencyStore store) {
        return Idempotency.builder().store(store);
    }
}
