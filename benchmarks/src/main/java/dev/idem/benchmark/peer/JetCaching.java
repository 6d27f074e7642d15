package dev.idem.benchmark.peer;

import com.alicp.jetcache.anno.CacheConsts;
import com.alicp.jetcache.anno.config.EnableMethodCache;
import com.alicp.jetcache.anno.support.GlobalCacheConfig;
import com.alicp.jetcache.anno.support.SpringConfigProvider;
import com.alicp.jetcache.embedded.CaffeineCacheBuilder;
import com.alicp.jetcache.support.Fastjson2KeyConvertor;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** JetCache over Caffeine, with the converter of keys that it takes unless told otherwise. */
@Configuration(proxyBeanMethods = false)
@EnableMethodCache(basePackages = "dev.idem.benchmark.peer", proxyTargetClass = true)
class JetCaching {

    @Bean
    GlobalCacheConfig cacheConfig() {
        GlobalCacheConfig config = new GlobalCacheConfig();
        config.setLocalCacheBuilders(Map.of(
                CacheConsts.DEFAULT_AREA,
                CaffeineCacheBuilder.createCaffeineCacheBuilder()
                        .limit(2_000_000)
                        .keyConvertor(Fastjson2KeyConvertor.INSTANCE)));
        return config;
    }

    @Bean
    SpringConfigProvider configProvider() {
        return new SpringConfigProvider();
    }
}
