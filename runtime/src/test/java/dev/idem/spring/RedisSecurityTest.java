package dev.idem.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.idem.StoreUnavailableException;
import dev.idem.engine.CallKey;
import dev.idem.engine.Idempotency;
import dev.idem.testing.Certificates;
import dev.idem.testing.DocumentedCode;
import dev.idem.testing.RedisMonitor;
import dev.idem.testing.RedisProcess;
import dev.idem.testing.shop.Payments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** TLS and users of a real Redis, in every way that {@code docs/security.md} shows. */
@EnabledIf("dev.idem.testing.RedisProcess#isAvailable")
@ExtendWith(OutputCaptureExtension.class)
final class RedisSecurityTest {

    private static final String USER =
            DocumentedCode.block("security.md", "text", "ACL SETUSER shop ").strip();

    @TempDir
    private static Path directory;

    private static Certificates certificates;
    private static RedisProcess redis;
    private static int tlsPort;

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(IdempotencyAutoConfiguration.class))
            .withPropertyValues("idem.application=shop", "idem.store=redis")
            .withBean(Payments.class);

    @BeforeAll
    static void startRedis() {
        certificates = new Certificates(directory);
        tlsPort = RedisProcess.freePort();
        redis = RedisProcess.start(certificates.serverOptions(tlsPort).toArray(String[]::new));
        assertThat(redis.ask(USER)).isEqualTo("OK");
        redis.ask("ACL SETUSER quiet on >secret "
                + USER.substring(USER.indexOf('~')).replaceFirst("&\\S+", "resetchannels"));
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @AfterEach
    void trustWhatTheJvmTrusts() {
        System.clearProperty("javax.net.ssl.trustStore");
        System.clearProperty("javax.net.ssl.trustStorePassword");
        redis.ask("FLUSHALL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "idem.redis.address=rediss://shop:secret@127.0.0.1:${port}",
                "spring.data.redis.url=rediss://shop:secret@127.0.0.1:${port}",
                "spring.data.redis.host=127.0.0.1 spring.data.redis.port=${port} spring.data.redis.ssl.enabled=true"
                        + " spring.data.redis.username=shop spring.data.redis.password=secret"
            })
    void tlsAndUser_inProperties_work(String properties) {
        trustTheAuthority();
        assertGuards(with(properties));
    }

    private static void trustTheAuthority() {
        System.setProperty("javax.net.ssl.trustStore", certificates.trustStore().toString());
        System.setProperty("javax.net.ssl.trustStorePassword", Certificates.PASSWORD);
    }

    private ApplicationContextRunner with(String properties) {
        return runner.withPropertyValues(Arrays.stream(properties.split(" ", -1))
                .map(property -> property.replace("${port}", Integer.toString(tlsPort)))
                .toArray(String[]::new));
    }

    @Test
    void tlsAndUser_inYamlAsDocumented_work() throws Exception {
        String yaml = DocumentedCode.block("security.md", "yaml", "sslTruststore")
                .replace("redis.example.com:6379", "127.0.0.1:" + tlsPort)
                .replace(
                        "file:/etc/shop/trust.p12",
                        certificates.trustStore().toUri().toString());
        Path file = Files.writeString(directory.resolve("redisson.yaml"), yaml);

        assertGuards(runner.withPropertyValues("idem.redis.config=" + file));
    }

    @Test
    void tls_certificateThatIsNotTrusted_refusesAndRunsNothing() {
        assertRefuses(with("idem.redis.address=rediss://shop:secret@127.0.0.1:${port}"));
    }

    @Test
    void tls_certificateOfAnotherHost_refusesAndRunsNothing() {
        trustTheAuthority();
        assertRefuses(with("idem.redis.address=rediss://shop:secret@localhost:${port}"));
    }

    @Test
    void user_wrongPassword_refusesAndIsNotLogged(CapturedOutput output) {
        assertRefuses(runner.withPropertyValues("idem.redis.address=redis://shop:wr0ngpass@127.0.0.1:" + redis.port()));
        assertThat(output).doesNotContain("wr0ngpass");
    }

    @Test
    void user_ofAnotherApplication_refusesAndRunsNothing() {
        assertRefuses(runner.withPropertyValues(
                "idem.redis.address=redis://shop:secret@127.0.0.1:" + redis.port(), "idem.application=bank"));
        assertThat(redis.ask("DBSIZE")).isEqualTo("0");
    }

    /** The owner's completion cannot tell the waiter, who asks again when the lease that it was told of is over. */
    @Test
    void user_withoutChannels_duplicateWaitsForAtMostOneLease(CapturedOutput output) {
        ApplicationContextRunner quiet = runner.withPropertyValues(
                "idem.redis.address=redis://quiet:secret@127.0.0.1:" + redis.port(),
                "idem.redis.timeout=1s",
                "idem.lease=5s");
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        quiet.run(owner -> quiet.run(other -> {
            CompletableFuture<String> first = callLater(owner.getBean(Idempotency.class), () -> {
                running.countDown();
                told.await();
                return "of the owner";
            });
            running.await();
            long begun = System.nanoTime();
            CompletableFuture<String> second;
            try (RedisMonitor monitor = new RedisMonitor(redis.address())) {
                second = callLater(other.getBean(Idempotency.class), () -> "of a second run");
                awaitClaims(monitor, 2);
            }
            told.countDown();

            assertThat(first.join()).isEqualTo("of the owner");
            assertThat(second.join()).isEqualTo("of the owner");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        }));
        assertThat(output).doesNotContain("could not be recorded");
        assertThat(output.getAll().split("Could not subscribe to wake-ups", -1)).hasSize(3);
    }

    /** One that came before the attempt to subscribe, and one after it. */
    private static void awaitClaims(RedisMonitor monitor, int count) {
        List<String> claims = new ArrayList<>();
        Awaitility.await().until(() -> {
            monitor.commands().stream()
                    .filter(command -> command.contains(":wake:"))
                    .forEach(claims::add);
            return claims.size() >= count;
        });
    }

    private static CompletableFuture<String> callLater(Idempotency idempotency, Callable<String> method) {
        return CompletableFuture.supplyAsync(() -> call(idempotency, method), task -> new Thread(task).start())
                .orTimeout(50, TimeUnit.SECONDS);
    }

    private static String call(Idempotency idempotency, Callable<String> method) {
        try {
            return idempotency.call(CallKey.of("jobs.submit", "job-1"), String.class, method);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertGuards(ApplicationContextRunner node) {
        String order = UUID.randomUUID().toString();
        node.run(context ->
                assertThat(context.getBean(Payments.class).charge(order)).isEqualTo(order + " #1"));
        node.run(context -> {
            Payments payments = context.getBean(Payments.class);
            assertThat(payments.charge(order)).isEqualTo(order + " #1");
            assertThat(payments.runs()).isZero();
        });
    }

    private static void assertRefuses(ApplicationContextRunner node) {
        node.run(context -> {
            Payments payments = context.getBean(Payments.class);
            assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> payments.charge("a"));
            assertThat(payments.runs()).isZero();
        });
    }
}
