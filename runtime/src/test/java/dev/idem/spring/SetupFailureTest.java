package dev.idem.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.testing.shop.Bookings;
import dev.idem.testing.shop.CardPayments;
import dev.idem.testing.shop.Couriers;
import dev.idem.testing.shop.HurriedPayments;
import dev.idem.testing.shop.NamesakePayments;
import dev.idem.testing.shop.Parcels;
import dev.idem.testing.shop.Payments;
import dev.idem.testing.shop.Unprocessed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;

/** Every wrong set-up stops the start-up, and says what is wrong and what to do. */
final class SetupFailureTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(IdempotencyAutoConfiguration.class));

    private final ApplicationContextRunner local = runner.withPropertyValues("idem.store=local");

    @Test
    void generatedClass_missing() {
        assertFailure(
                local.withBean(Unprocessed.class),
                "@IdempotentCall method dev.idem.testing.shop.Unprocessed.charge(String, int) cannot be guarded: the"
                        + " class dev.idem.testing.shop.Unprocessed_IdempotentCalls, which the annotation processor"
                        + " generates, cannot be used (java.lang.ClassNotFoundException:"
                        + " dev.idem.testing.shop.Unprocessed_IdempotentCalls). Usually the processor did not run when"
                        + " the method was compiled.",
                "Name the processor in the build of the module that holds this method");
    }

    @Test
    void foreignType_changed() {
        assertFailure(
                local.withBean(Parcels.class),
                "The class dev.idem.testing.shop.Parcels_IdempotentCalls was generated for another version of"
                        + " dev.idem.testing.shop.Tariff than the one that is there, which adds 'double vat', which"
                        + " lacks 'int weight'. Keys would be made without looking at the difference.",
                "Compile the module that holds dev.idem.testing.shop.Parcels_IdempotentCalls anew, against the version"
                        + " of dev.idem.testing.shop.Tariff that it runs with. Its keys may change by that: KeyDiff in"
                        + " the jar of the processor says which.");
    }

    @Test
    void store_unknown() {
        assertFailure(
                runner.withPropertyValues("idem.store=reddis"),
                "There is no store named 'reddis'. The stores are: auto, local, redis, tiered.",
                "Set idem.store, or the store of the operation, to one of these names, or define an IdempotencyStore"
                        + " bean of this name.");
    }

    @Test
    void store_redisWithoutRedis() {
        assertFailure(
                runner.withPropertyValues("idem.store=redis"),
                "The store 'redis' was asked for, but no Redis is configured.",
                "Set idem.redis.address, idem.redis.config or spring.data.redis.host, or define a RedissonClient bean.");
    }

    @Test
    void store_tieredWithoutRedisson() {
        assertFailure(
                runner.withPropertyValues("idem.store=tiered").withClassLoader(new FilteredClassLoader("org.redisson")),
                "The store 'tiered' needs Redisson, which is not on the class path.",
                "Remove the exclusion of org.redisson:redisson from the build, or set idem.store=local.");
    }

    @Test
    void redisAddress_malformed() {
        assertFailure(
                runner.withPropertyValues(
                        "idem.store=redis", "idem.application=shop", "idem.redis.address=http://u:secret@localhost:1"),
                "'http://…@localhost:1' in idem.redis.address is not the address of a Redis server: the scheme is"
                        + " neither redis nor rediss.",
                "Write redis://host:6379, or rediss://host:6379 for TLS, with user:password@ before the host where the"
                        + " server wants them.");
    }

    @Test
    void redisConfig_absentFile() {
        assertFailure(
                runner.withPropertyValues(
                        "idem.store=redis", "idem.application=shop", "idem.redis.config=classpath:nowhere.yaml"),
                "'classpath:nowhere.yaml' in idem.redis.config cannot be read as a Redisson configuration: class path"
                        + " resource [nowhere.yaml] cannot be opened because it does not exist",
                "Name a file, or a resource as in classpath:redisson.yaml, that holds Redisson's YAML format.");
    }

    @Test
    void application_unnamedWithSharedStore() {
        assertFailure(
                runner.withPropertyValues("idem.store=tiered", "idem.redis.address=redis://localhost:1"),
                "The store 'tiered' is shared with other processes, but the application has no name to keep its"
                        + " records apart from theirs.",
                "Set idem.application or spring.application.name, to the same value on every node.");
    }

    @Test
    void duration_malformed() {
        FailureAnalysis analysis = analysisOf(runner.withPropertyValues("idem.ttl=24 hours"));
        assertThat(analysis.getDescription())
                .contains("Failed to bind properties under 'idem.ttl' to java.time.Duration")
                .contains("\"24 hours\"");
    }

    @Test
    void mode_unknown() {
        FailureAnalysis analysis = analysisOf(runner.withPropertyValues("idem.mode=magic"));
        assertThat(analysis.getDescription()).contains("idem.mode").contains("\"magic\"");
    }

    @Test
    void ttl_zero() {
        assertFailure(
                local.withPropertyValues("idem.ttl=0s"),
                "The ttl 0s of the defaults under 'idem' is not positive.",
                "Set it to a positive duration, such as 30s.");
    }

    @Test
    void lockWait_negative() {
        assertFailure(
                local.withPropertyValues("idem.lock-wait=-1s"),
                "The lock-wait -1s of the defaults under 'idem' is negative.",
                "Set it to at least 0s, which refuses duplicates at once.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0B", "-1B"})
    void maxOutcomeSize_ofNothing(String size) {
        assertFailure(
                local.withPropertyValues("idem.max-outcome-size=" + size),
                "idem.max-outcome-size is " + size + ", which no outcome fits into.",
                "Set it to a positive size, such as 1MB.");
    }

    @Test
    void joinsTransaction_withoutSpringsTransactions() {
        assertFailure(
                local.withClassLoader(new FilteredClassLoader("org.springframework.transaction"))
                        .withBean(Bookings.class),
                "Operation 'bookings.book' joins the caller's transaction, but Spring's transactions are not on the class"
                        + " path.",
                "Add org.springframework:spring-tx, or remove joinsTransaction from the annotation.");
        local.withBean(Bookings.class).run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void retry_withoutResilience4j() {
        ApplicationContextRunner absent = local.withClassLoader(new FilteredClassLoader("io.github.resilience4j"));

        assertFailure(
                absent.withBean(Couriers.class),
                "The calls of operation 'couriers.send' are tried more than once (retry), but Resilience4j's retry is not"
                        + " on the class path.",
                "Add io.github.resilience4j:resilience4j-retry, remove retry from the annotation, or set"
                        + " retry.max-attempts=1.");
        absent.withBean(Couriers.class)
                .withPropertyValues("idem.operations[couriers.send].retry.max-attempts=1")
                .run(context -> assertThat(context).hasNotFailed());
        absent.withBean(Couriers.class)
                .withPropertyValues("idem.operations[couriers.send].enabled=false")
                .run(context -> assertThat(context).hasNotFailed());
        absent.withBean(Payments.class).run(context -> assertThat(context).hasNotFailed());
        local.withBean(Couriers.class).run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void retry_inTheCallersTransaction() {
        assertFailure(
                local.withBean(Bookings.class)
                        .withPropertyValues("idem.operations[bookings.book].retry.max-attempts=2"),
                "Operation 'bookings.book' joins the caller's transaction, where what a failed attempt has written stays:"
                        + " the next one (retry) would write it again.",
                "Remove retry or joinsTransaction, or set retry.max-attempts=1. Retry the whole transaction instead.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-attempts=0 | The retry.max-attempts 0 of %s allows not even the first attempt. | Set it to at least 1,"
                        + " which is no retry.",
                "backoff=3s | The retry.backoff 3s of %s is negative, or longer than its retry.max-backoff 2ms. | Set"
                        + " retry.backoff to a duration from 0s to retry.max-backoff.",
                "backoff=-1s | The retry.backoff -1s of %s is negative, or longer than its retry.max-backoff 2ms. | Set"
                        + " retry.backoff to a duration from 0s to retry.max-backoff.",
                "jitter=1.1 | The retry.jitter 1.1 of %s is not a part of a delay. | Set it to a number from 0 (none) to 1"
                        + " (all of it).",
                "jitter=-0.1 | The retry.jitter -0.1 of %s is not a part of a delay. | Set it to a number from 0 (none) to"
                        + " 1 (all of it).",
                "jitter=NaN | The retry.jitter NaN of %s is not a part of a delay. | Set it to a number from 0 (none) to 1"
                        + " (all of it).",
            })
    void retry_ofNumbersThatCannotBeMeant(String setting, String description, String action) {
        assertFailure(
                local.withBean(Couriers.class).withPropertyValues("idem.operations[couriers.send].retry." + setting),
                description.formatted("operation 'couriers.send'"),
                action);
    }

    @Test
    void maxWaitingThreads_zero() {
        assertFailure(
                local.withPropertyValues("idem.max-waiting-threads=0"),
                "idem.max-waiting-threads is 0.",
                "Set it to at least 1; idem.lock-wait=0s lets no thread wait at all.");
    }

    @Test
    void failurePolicies_leftOpenAtTheTop() {
        assertFailure(
                local.withPropertyValues("idem.on-owner-crash=default"),
                "idem.on-owner-crash or idem.on-store-failure is DEFAULT, which names itself.",
                "Set idem.on-owner-crash to RERUN or REJECT, and idem.on-store-failure to REJECT or LOCAL_ONLY.");
        assertFailure(
                local.withPropertyValues("idem.on-store-failure=default"),
                "idem.on-owner-crash or idem.on-store-failure is DEFAULT, which names itself.",
                "Set idem.on-owner-crash to RERUN or REJECT, and idem.on-store-failure to REJECT or LOCAL_ONLY.");
    }

    @Test
    void redisTimeout_zero() {
        assertFailure(
                runner.withPropertyValues(
                        "idem.store=redis",
                        "idem.application=shop",
                        "idem.redis.address=redis://localhost:1",
                        "idem.redis.timeout=0s"),
                "idem.redis.timeout is not positive.",
                "Set it to a positive duration, such as 2s.");
    }

    @Test
    void lease_shorterThanThreeTimeouts() {
        assertFailure(
                runner.withPropertyValues(
                                "idem.store=redis",
                                "idem.application=shop",
                                "idem.redis.address=redis://localhost:1",
                                "idem.redis.timeout=400ms")
                        .withBean(HurriedPayments.class),
                "The lease 1s of operation 'hurried.charge' is shorter than three times the time-out 400ms of the store"
                        + " 'redis': a slow answer would lose the claim of a call that is running.",
                "Set the lease to at least 1200ms, or lower the time-out of the store (idem.redis.timeout).");
    }

    @Test
    void operation_inheritedByTwoBeans() {
        assertFailure(
                local.withBean("plain", Payments.class, Payments::new)
                        .withBean("card", CardPayments.class, CardPayments::new),
                "Beans of dev.idem.testing.shop.Payments and of dev.idem.testing.shop.CardPayments share the inherited"
                        + " operation 'payments.charge': equal calls of the two would get each other's answers.",
                "Override the method in each class and annotate it there with @IdempotentCall.");
    }

    @Test
    void operation_ofTwoBeans() {
        assertFailure(
                local.withBean(Payments.class).withBean(NamesakePayments.class),
                "Two types declare the operation 'payments.charge': dev.idem.testing.shop.Payments and"
                        + " dev.idem.testing.shop.NamesakePayments. Their calls would get each other's answers.",
                "Give each of them a name of its own: @IdempotentCall(operation = \"...\").");
    }

    @Test
    void operation_ofABeanAndOfATypeThatIsNone(@TempDir Path classes) {
        write(classes, "shop.Refunds", "{\"type\": \"shop.Refunds\", \"operations\": {\"payments.charge\": {}}}");
        withClasses(
                classes,
                loader -> assertFailure(
                        local.withClassLoader(loader).withBean(Payments.class),
                        "Two types declare the operation 'payments.charge': shop.Refunds and"
                                + " dev.idem.testing.shop.Payments. Their calls would get each other's answers.",
                        "Give each of them a name of its own: @IdempotentCall(operation = \"...\")."));
    }

    @Test
    void descriptor_malformed(@TempDir Path classes) {
        Path file = write(classes, "shop.Refunds", "{\"type\": \"shop.Refunds\"");
        withClasses(
                classes,
                loader -> assertFailure(
                        local.withClassLoader(loader),
                        "What the annotation processor wrote about guarded types cannot be read: file ["
                                + file + "]: it does not say which type it describes. Nobody can tell whether"
                                + " two of them share an operation.",
                        "Build the module that holds it from clean. Nothing else should write into META-INF/idem."));
    }

    @Test
    void bean_createdTooEarly() {
        assertFailure(
                local.withUserConfiguration(EarlyPayments.class),
                "The bean 'payments' of dev.idem.testing.shop.Payments has @IdempotentCall methods, but was created too"
                        + " early to be guarded by a proxy.",
                "Let nothing that starts before other beans depend on it, such as a BeanPostProcessor: inject an"
                        + " ObjectProvider there, or mark the parameter @Lazy.");
    }

    @Test
    void bean_notWovenInAspectJMode() {
        assertFailure(
                local.withPropertyValues("idem.mode=aspectj").withBean(Payments.class),
                "The mode is 'aspectj', but dev.idem.testing.shop.Payments.charge of the bean 'payments' is not woven:"
                        + " its calls would not be guarded.",
                "Compile the class with AspectJ and idem-runtime as aspect library, or choose the mode 'proxy'. AspectJ"
                        + " weaves only methods that are annotated themselves: annotate the one that runs.");
    }

    @Test
    void mode_aspectJWithoutAspectJ() {
        assertFailure(
                local.withPropertyValues("idem.mode=aspectj").withClassLoader(new FilteredClassLoader("org.aspectj")),
                "The mode 'aspectj' was chosen, but AspectJ's runtime is not on the class path.",
                "Add org.aspectj:aspectjrt, or choose the mode 'proxy'.");
    }

    @Test
    void codec_withoutJsonLibrary() {
        assertFailure(
                local.withClassLoader(new FilteredClassLoader("com.fasterxml.jackson")),
                "Results cannot be recorded: no JSON library is on the class path, and there is no ResultCodec bean.",
                "Remove the exclusion of com.fasterxml.jackson.core:jackson-databind from the build, or define a"
                        + " ResultCodec bean.");
    }

    private static Path write(Path classes, String type, String descriptor) {
        try {
            Path directory = Files.createDirectories(classes.resolve("META-INF/idem"));
            return Files.writeString(directory.resolve(type + ".json"), descriptor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void withClasses(Path classes, Consumer<ClassLoader> test) {
        ClassLoader parent = SetupFailureTest.class.getClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, parent)) {
            test.accept(loader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertFailure(ApplicationContextRunner runner, String description, String action) {
        FailureAnalysis analysis = analysisOf(runner);
        assertThat(analysis.getDescription()).isEqualTo(description);
        assertThat(analysis.getAction()).startsWith(action);
    }

    private static FailureAnalysis analysisOf(ApplicationContextRunner runner) {
        FailureAnalysis[] analysis = new FailureAnalysis[1];
        runner.run(context -> {
            assertThat(context).hasFailed();
            analysis[0] = StartUpFailures.analysisOf(context.getStartupFailure());
        });
        return analysis[0];
    }

    @Configuration(proxyBeanMethods = false)
    static class EarlyPayments {

        @Bean
        Payments payments() {
            return new Payments();
        }

        @Bean
        static Eager eager(Payments payments) {
            return new Eager(payments);
        }
    }

    /** Starts before every proxy creator. */
    record Eager(Payments payments) implements BeanPostProcessor, PriorityOrdered {

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }
}
