package dev.idem.it.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.it.Application;
import dev.idem.it.Feed;
import dev.idem.it.FeedService;
import dev.idem.it.ReactiveContract;
import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.NameMatchMethodPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import reactor.core.publisher.Mono;

final class ReactiveProxyTest extends ReactiveContract {

    @Override
    protected Application startApplication() {
        return Application.with().having(FeedService.class).start();
    }

    @Test
    void adviceInside_isMetByEveryRun() {
        try (Application application = Application.with()
                .having(FeedService.class)
                .configuredBy(AdviceInside.class)
                .start()) {
            Mono<?> charge = application.bean(Feed.class).charge("ada");
            application.work().becomes(() -> {
                throw new IllegalStateException("broken");
            });
            charge.onErrorComplete().block();
            application.work().becomes(() -> "");
            charge.block();
            assertThat(application.work().runs()).isEqualTo(2);
            assertThat(application.bean(AdviceInside.class).met).hasValue(2);
        }
    }

    /** An advice between the guard and the method. */
    @Configuration(proxyBeanMethods = false)
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static class AdviceInside {

        private final AtomicInteger met = new AtomicInteger();

        @Bean
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        Advisor insideTheGuard() {
            MethodInterceptor counting = invocation -> {
                met.incrementAndGet();
                return invocation.proceed();
            };
            NameMatchMethodPointcut methods = new NameMatchMethodPointcut().addMethodName("charge");
            DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(methods, counting);
            advisor.setOrder(Ordered.LOWEST_PRECEDENCE);
            return advisor;
        }
    }
}
