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
import org.springframework.core.Ordered;
import reactor.core.publisher.Mono;

final class ReactiveProxyTest extends ReactiveContract {

    @Override
    protected Application startApplication() {
        return Application.with().having(FeedService.class).start();
    }

    @Test
    void adviceInside_isMetByEveryRun() {
        AtomicInteger met = new AtomicInteger();
        try (Application application = Application.with()
                .having(FeedService.class)
                .having(Advisor.class, () -> inside(met))
                .start()) {
            Mono<?> charge = application.bean(Feed.class).charge("ada");
            application.work().becomes(() -> {
                throw new IllegalStateException("broken");
            });
            charge.onErrorComplete().block();
            application.work().becomes(() -> "");
            charge.block();
            assertThat(application.work().runs()).isEqualTo(2);
        }
        assertThat(met).hasValue(2);
    }

    private static Advisor inside(AtomicInteger met) {
        MethodInterceptor counting = invocation -> {
            if (invocation.getMethod().getName().equals("charge")) {
                met.incrementAndGet();
            }
            return invocation.proceed();
        };
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(counting);
        advisor.setOrder(Ordered.LOWEST_PRECEDENCE);
        return advisor;
    }
}
