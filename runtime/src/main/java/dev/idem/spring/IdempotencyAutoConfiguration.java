package dev.idem.spring;

import dev.idem.engine.IdempotencyEngine;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Guards the beans of a Spring Boot application with the settings under {@code idem.*}. Where the user enables the
 * library with {@link EnableIdempotentCalls}, only the settings are bound.
 */
@AutoConfiguration(
        afterName = {
            "org.redisson.spring.starter.RedissonAutoConfiguration",
            "org.redisson.spring.starter.RedissonAutoConfigurationV2",
            "org.redisson.spring.starter.RedissonAutoConfigurationV4",
            "org.springframework.boot.autoconfigure.aop.AopAutoConfiguration",
            "org.springframework.boot.aspectj.autoconfigure.AspectJAutoConfiguration"
        })
@EnableConfigurationProperties(IdempotencyProperties.class)
public final class IdempotencyAutoConfiguration {

    IdempotencyAutoConfiguration() {}

    /** The doors and what is behind them. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(IdempotencyEngine.class)
    @Import({IdempotencyImports.class, DoorRegistrar.class})
    static final class Wiring {}
}
