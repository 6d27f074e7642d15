package dev.idem.benchmark.peer;

import com.trendyol.jdempotent.core.aspect.IdempotentAspect;
import com.trendyol.jdempotent.core.datasource.InMemoryIdempotentRepository;
import com.trendyol.jdempotent.core.generator.DefaultKeyGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.EnableAspectJAutoProxy;

/** Jdempotent in memory, which never forgets. */
@Configuration(proxyBeanMethods = false)
@EnableAspectJAutoProxy(proxyTargetClass = true)
class Jdempotence {

    @Bean
    IdempotentAspect aspect() {
        return new IdempotentAspect(new InMemoryIdempotentRepository(), new DefaultKeyGenerator());
    }
}
