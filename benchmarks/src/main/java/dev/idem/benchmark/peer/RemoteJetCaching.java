package dev.idem.benchmark.peer;

import com.alicp.jetcache.anno.CacheConsts;
import com.alicp.jetcache.anno.config.EnableMethodCache;
import com.alicp.jetcache.anno.support.GlobalCacheConfig;
import com.alicp.jetcache.anno.support.JetCacheBaseBeans;
import com.alicp.jetcache.redisson.RedissonCacheBuilder;
import com.alicp.jetcache.support.Fastjson2KeyConvertor;
import com.alicp.jetcache.support.JavaValueDecoder;
import com.alicp.jetcache.support.JavaValueEncoder;
import java.util.Map;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** JetCache over Redisson, with the encodings that it takes unless told otherwise. */
@Configuration(proxyBeanMethods = false)
@EnableMethodCache(basePackages = "dev.idem.benchmark.peer", proxyTargetClass = true)
@Import(JetCacheBaseBeans.class)
class RemoteJetCaching {

    @Bean(destroyMethod = "shutdown")
    RedissonClient client(@Value("${peer.redis}") String address) {
        return RedisClients.connect(address);
    }

    @Bean
    GlobalCacheConfig cacheConfig(RedissonClient client) {
        GlobalCacheConfig config = new GlobalCacheConfig();
        config.setRemoteCacheBuilders(Map.of(
                CacheConsts.DEFAULT_AREA,
                RedissonCacheBuilder.createBuilder()
                        .redissonClient(client)
                        .keyPrefix("jetcache:")
                        .keyConvertor(Fastjson2KeyConvertor.INSTANCE)
                        .valueEncoder(JavaValueEncoder.INSTANCE)
                        .valueDecoder(JavaValueDecoder.INSTANCE)));
        config.setLocalCacheBuilders(Map.of());
        return config;
    }
}
