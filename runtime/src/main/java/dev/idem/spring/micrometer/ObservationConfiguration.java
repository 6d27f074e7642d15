package dev.idem.spring.micrometer;

import dev.idem.micrometer.ReplayEvents;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/** Events of replays in the application's observations, if it has any. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
final class ObservationConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    ReplayEvents idempotencyReplayEvents(ObjectProvider<ObservationRegistry> observations) {
        return new ReplayEvents(observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }
}
