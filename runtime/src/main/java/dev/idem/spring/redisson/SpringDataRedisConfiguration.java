package dev.idem.spring.redisson;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/** Reads what the application has told Spring Boot about Redis. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
final class SpringDataRedisConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    SpringDataRedis idempotencySpringDataRedis(Environment environment) {
        return Binder.get(environment).bindOrCreate("spring.data.redis", SpringDataRedis.class);
    }
}
