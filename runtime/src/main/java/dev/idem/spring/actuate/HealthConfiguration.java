package dev.idem.spring.actuate;

import dev.idem.observe.StorePulse;
import dev.idem.spring.OpenStores;
import dev.idem.spring.health.StoreCheck;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The health of stores, where Spring Boot 3's Actuator is to show it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnEnabledHealthIndicator("idempotency")
final class HealthConfiguration {

    @Bean
    StorePulse idempotencyStorePulse() {
        return new StorePulse(System::nanoTime);
    }

    @Bean
    StoreHealthIndicator idempotencyHealthIndicator(OpenStores stores, StorePulse pulse) {
        return new StoreHealthIndicator(new StoreCheck(stores, pulse));
    }
}
