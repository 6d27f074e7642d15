package dev.idem.spring.retry;

import dev.idem.engine.Retrier;
import dev.idem.retry.Resilience4jRetrier;
import dev.idem.retry.RetryClassifier;
import dev.idem.retry.StandardRetryClassifier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Role;

/** Offers Resilience4j's retry to the engine, with the user's classifier if there is one. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
final class RetryConfiguration {

    @Bean
    @Fallback
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    Retrier idempotencyRetrier(ObjectProvider<RetryClassifier> classifiers) {
        return new Resilience4jRetrier(classifiers.getIfAvailable(StandardRetryClassifier::new));
    }
}
