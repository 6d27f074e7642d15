package dev.idem.benchmark.peer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.EnableAspectJAutoProxy;

/** Spring's AspectJ support with an aspect that does nothing. */
@Configuration(proxyBeanMethods = false)
@EnableAspectJAutoProxy(proxyTargetClass = true)
class IdleAdvice {

    @Bean
    IdleAspect aspect() {
        return new IdleAspect();
    }
}
