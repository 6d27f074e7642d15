package dev.idem.spring.security;

import dev.idem.engine.TenantResolver;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Role;

/** The same as {@link SecurityConfiguration}, where Reactor is on the class path too. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
final class ReactiveSecurityConfiguration {

    @Bean
    @Fallback
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    TenantResolver idempotencyAuthenticatedTenant() {
        return new ReactiveAuthenticatedTenant();
    }
}
