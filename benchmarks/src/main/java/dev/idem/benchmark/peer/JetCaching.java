package dev.idem.benchmark.peer;

import com.alicp.jetcache.anno.CacheConsts;
import com.alicp.jetcache.anno.config.EnableMethodCache;
import com.alicp.jetcache.anno.support.GlobalCacheConfig;
import com.alicp.jetcache.anno.support.JetCacheBaseBeans;
import com.alicp.jetcache.embedded.CaffeineCacheBuilder;
import com.alicp.jetcache.support.Fastjson2KeyConvertor;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** JetCache over Caffeine, with the converter of keys that it takes unless told otherwise. */
@Configuration(proxyBeanMethods = false)
@EnableMethodCache(basePackages = "dev.idem.benchmark.peer", proxyTargetClass = true)
@Import(JetCacheBaseBeans.class)
class JetCaching {

    @Bean
    GlobalCacheConfig cacheConfig() {
        GlobalCacheConfig config = new GlobalCacheConfig();
        config.setLocalCacheBuilders(Map.of(
                CacheConsts.DEFAULT_AREA,
                CaffeineCacheBuilder.createCaffeineCacheBuilder()
                        .limit(2_000_000)
                        .keyConvertor(Fastjson2KeyConvertor.INSTANCE)));
        config.setRemoteCacheBuilders(Map.of());
        return config;
    }
}
