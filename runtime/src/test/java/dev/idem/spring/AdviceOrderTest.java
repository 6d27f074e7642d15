package dev.idem.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.testing.shop.Payments;
import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.NameMatchMethodPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.Ordered;

/** Who sees a duplicate: those who must authorise it do, those who act on the run do not. */
final class AdviceOrderTest {

    /** Method security's own orders lie between 100 and 700. */
    private static final int LIKE_METHOD_SECURITY = 700;

    /** What transactions and caches have if nobody says otherwise. */
    private static final int LIKE_TRANSACTIONS = Ordered.LOWEST_PRECEDENCE;

    @Test
    void duplicate_passesSecurityAndNoTransaction() {
        AtomicInteger authorised = new AtomicInteger();
        AtomicInteger transactions = new AtomicInteger();
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(IdempotencyAutoConfiguration.class))
                .withPropertyValues("idem.store=local")
                .withBean("security", Counter.class, () -> new Counter(authorised, LIKE_METHOD_SECURITY), this::mark)
                .withBean("transactions", Counter.class, () -> new Counter(transactions, LIKE_TRANSACTIONS), this::mark)
                .withBean(Payments.class)
                .run(context -> {
                    context.getBean(Payments.class).charge("a");
                    context.getBean(Payments.class).charge("a");
                    assertThat(authorised).hasValue(2);
                    assertThat(transactions).hasValue(1);
                });
    }

    private void mark(BeanDefinition definition) {
        definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
    }

    /** An advisor that counts the calls which come by. */
    private static final class Counter extends DefaultPointcutAdvisor {

        Counter(AtomicInteger calls, int order) {
            super(charges(), (MethodInterceptor) invocation -> {
                calls.incrementAndGet();
                return invocation.proceed();
            });
            setOrder(order);
        }

        private static Pointcut charges() {
            NameMatchMethodPointcut pointcut = new NameMatchMethodPointcut();
            pointcut.setMappedName("charge");
            return pointcut;
        }
    }
}
