package dev.idem.spring.security;

import dev.idem.engine.TenantResolver;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Role;

/** Offers the authenticated name as tenant. A resolver of the user goes first. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
final class SecurityConfiguration {

    @Bean
    @Fallback
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    TenantResolver idempotencyAuthenticatedTenant() {
        return new AuthenticatedTenant();
    }
}
