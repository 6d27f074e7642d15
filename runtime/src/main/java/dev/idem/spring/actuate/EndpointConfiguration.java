package dev.idem.spring.actuate;

import dev.idem.engine.Idempotency;
import dev.idem.observe.CallStatistics;
import dev.idem.observe.Prices;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The endpoint, where Actuator is to expose it. */
@Configuration(proxyBeanMethods = false)
final class EndpointConfiguration {

    @Bean
    @ConditionalOnAvailableEndpoint
    IdempotencyEndpoint idempotencyEndpoint(Idempotency idempotency, CallStatistics statistics, Prices prices) {
        return new IdempotencyEndpoint(idempotency, statistics, prices);
    }
}
