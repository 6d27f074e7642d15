package dev.idem.spring.redisson;

import dev.idem.spring.IdempotencyProperties;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.io.ResourceLoader;

/** Offers the store in Redis. Our own client is no bean, so that nobody mistakes it for the application's. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
final class RedissonConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    RedissonStoreSource idempotencySharedStores(
            ObjectProvider<IdempotencyProperties> properties,
            ObjectProvider<RedissonClient> clients,
            ObjectProvider<SpringDataRedis> springDataRedis,
            ResourceLoader resources) {
        IdempotencyProperties.Redis redis =
                properties.getIfAvailable(IdempotencyProperties::defaults).redis();
        return new RedissonStoreSource(
                redis,
                new Connections(redis, resources),
                clients,
                springDataRedis.getIfAvailable(SpringDataRedis::none));
    }
}
