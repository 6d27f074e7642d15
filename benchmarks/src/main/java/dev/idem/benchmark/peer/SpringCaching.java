package dev.idem.benchmark.peer;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring's cache abstraction over Caffeine. */
@Configuration(proxyBeanMethods = false)
@EnableCaching(proxyTargetClass = true)
class SpringCaching {

    @Bean
    CacheManager cacheManager() {
        CaffeineCacheManager manager = new CaffeineCacheManager();
        manager.setCaffeine(Caffeine.newBuilder().expireAfterWrite(Duration.ofDays(1)));
        return manager;
    }

    @Bean
    Digests digests() {
        return new Digests();
    }
}
