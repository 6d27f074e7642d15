package dev.idem.spring;

import dev.idem.intercept.Corridor;
import dev.idem.intercept.OperationSource;
import dev.idem.intercept.proxy.IdempotentCallAdvisor;
import dev.idem.intercept.proxy.IdempotentCallInterceptor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/** Hangs the proxy door. The proxy creator takes it because it is infrastructure. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
final class ProxyDoorConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static IdempotentCallAdvisor idempotentCallAdvisor(OperationSource operations, Corridor corridor) {
        return new IdempotentCallAdvisor(operations, new IdempotentCallInterceptor(corridor));
    }
}
