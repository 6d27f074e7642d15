package dev.idem.spring.micrometer;

import dev.idem.micrometer.IdempotencyMeters;
import dev.idem.observe.CallStatistics;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/** Meters, which Spring Boot binds to the application's registries. Elsewhere the application does, with {@code bindTo}. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
final class MeterConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    IdempotencyMeters idempotencyMeters(CallStatistics statistics) {
        return new IdempotencyMeters(statistics);
    }
}
