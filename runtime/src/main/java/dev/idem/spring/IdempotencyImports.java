package dev.idem.spring;

import java.util.stream.Stream;
import org.springframework.context.annotation.AdviceMode;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/**
 * Chooses the configurations that fit the class path, by name: no class of a library that is absent is ever loaded.
 */
final class IdempotencyImports implements ImportSelector {

    private static final String REDISSON = "org.redisson.api.RedissonClient";
    private static final String BOOT = "org.springframework.boot.context.properties.bind.Binder";
    private static final String SECURITY = "org.springframework.security.core.context.SecurityContextHolder";
    private static final String REACTOR = "reactor.core.publisher.Mono";
    private static final String TRANSACTIONS =
            "org.springframework.transaction.support.TransactionSynchronizationManager";
    private static final String RETRY = "io.github.resilience4j.retry.Retry";
    private static final String METERS = "io.micrometer.core.instrument.MeterRegistry";
    private static final String OBSERVATIONS = "io.micrometer.observation.ObservationRegistry";
    private static final String ENDPOINTS =
            "org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint";
    private static final String HEALTH_OF_BOOT_3 =
            "org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator";
    private static final String HEALTH_OF_BOOT_4 =
            "org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator";
    private static final String ASPECTJ = "org.aspectj.lang.Aspects";

    private final Environment environment;
    private final ClassLoader classLoader;

    IdempotencyImports(Environment environment, ClassLoader classLoader) {
        this.environment = environment;
        this.classLoader = classLoader;
    }

    @Override
    public String[] selectImports(AnnotationMetadata metadata) {
        AdviceMode mode = EnablingPlace.of(metadata, environment).mode();
        return Stream.of(
                        Stream.of("dev.idem.spring.IdempotencyConfiguration"),
                        proxyDoor(mode),
                        wovenDoor(mode),
                        where(REDISSON, "dev.idem.spring.redisson.RedissonConfiguration"),
                        isPresent(REDISSON)
                                ? where(BOOT, "dev.idem.spring.redisson.SpringDataRedisConfiguration")
                                : Stream.<String>empty(),
                        where(TRANSACTIONS, "dev.idem.spring.transaction.TransactionConfiguration"),
                        where(RETRY, "dev.idem.spring.retry.RetryConfiguration"),
                        where(METERS, "dev.idem.spring.micrometer.MeterConfiguration"),
                        where(OBSERVATIONS, "dev.idem.spring.micrometer.ObservationConfiguration"),
                        where(ENDPOINTS, "dev.idem.spring.actuate.EndpointConfiguration"),
                        where(HEALTH_OF_BOOT_3, "dev.idem.spring.actuate.HealthConfiguration"),
                        where(HEALTH_OF_BOOT_4, "dev.idem.spring.health.HealthConfiguration"),
                        where(
                                SECURITY,
                                isPresent(REACTOR)
                                        ? "dev.idem.spring.security.ReactiveSecurityConfiguration"
                                        : "dev.idem.spring.security.SecurityConfiguration"))
                .flatMap(names -> names)
                .toArray(String[]::new);
    }

    private static Stream<String> proxyDoor(AdviceMode mode) {
        return mode == AdviceMode.PROXY ? Stream.of("dev.idem.spring.ProxyDoorConfiguration") : Stream.empty();
    }

    /** Wired with proxies, too: a woven method that calls itself, or an object that is no bean, is guarded all the same. */
    private Stream<String> wovenDoor(AdviceMode mode) {
        if (mode == AdviceMode.ASPECTJ && !isPresent(ASPECTJ)) {
            throw new IdempotencySetupException(
                    "The mode 'aspectj' was chosen, but AspectJ's runtime is not on the class path.",
                    "Add org.aspectj:aspectjrt, or choose the mode 'proxy'.");
        }
        return where(ASPECTJ, "dev.idem.spring.AspectDoorConfiguration");
    }

    private Stream<String> where(String library, String configuration) {
        return isPresent(library) ? Stream.of(configuration) : Stream.empty();
    }

    private boolean isPresent(String className) {
        return ClassUtils.isPresent(className, classLoader);
    }
}
