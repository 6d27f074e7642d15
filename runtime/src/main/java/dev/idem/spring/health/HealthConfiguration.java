package dev.idem.spring.health;

import dev.idem.observe.StorePulse;
import dev.idem.spring.OpenStores;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The health of stores, where Spring Boot 4 is to show it. */
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
