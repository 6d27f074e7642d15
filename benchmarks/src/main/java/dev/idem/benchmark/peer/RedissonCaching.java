package dev.idem.benchmark.peer;

import java.time.Duration;
import java.util.Map;
import org.redisson.api.RedissonClient;
import org.redisson.spring.cache.CacheConfig;
import org.redisson.spring.cache.RedissonSpringCacheManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring's cache abstraction over Redisson. */
@Configuration(proxyBeanMethods = false)
@EnableCaching(proxyTargetClass = true)
class RedissonCaching {

    @Bean(destroyMethod = "shutdown")
    RedissonClient client(@Value("${peer.redis}") String address) {
        return RedisClients.connect(address);
    }

    @Bean
    CacheManager cacheManager(RedissonClient client) {
        CacheConfig day = new CacheConfig(Duration.ofDays(1).toMillis(), 0);
        return new RedissonSpringCacheManager(client, Map.of("answers", day, "completions", day));
    }

    @Bean
    Digests digests() {
        return new Digests();
    }
}
