package dev.idem.spring.web;

import dev.idem.intercept.OperationSource;
import dev.idem.spring.IdempotencyAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.ErrorResponse;

/** What HTTP clients of a Spring Boot application see of guarded calls. */
@AutoConfiguration(after = IdempotencyAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnClass(ErrorResponse.class)
@ConditionalOnBean(OperationSource.class)
@ConditionalOnProperty(name = "idem.web.enabled", matchIfMissing = true)
@EnableConfigurationProperties(WebProperties.class)
@Import({ServletWebConfiguration.class, ReactiveWebConfiguration.class})
public final class IdempotencyWebAutoConfiguration {

    IdempotencyWebAutoConfiguration() {}

    @Bean
    Problems idempotencyProblems(ApplicationContext context, WebProperties properties) {
        return new Problems(
                new NamedHandlers(context), context, properties.checked().problemTypes());
    }
}
