package dev.idem.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.testing.shop.BankCharging;
import dev.idem.testing.shop.Charging;
import dev.idem.testing.shop.Payments;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactoryBean;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The library without Spring Boot's help. */
final class EnableIdempotentCallsTest {

    @Test
    void duplicate_withoutAnySettings_getsFirstAnswer() {
        inContext(Defaults.class, context -> {
            Payments payments = context.getBean(Payments.class);
            assertThat(payments.charge("a")).isEqualTo("a #1");
            assertThat(payments.charge("a")).isEqualTo("a #1");
        });
    }

    @Test
    void proxies_byDefault_implementInterfaces() {
        inContext(
                Defaults.class,
                context -> assertThat(AopUtils.isJdkDynamicProxy(context.getBean(Charging.class)))
                        .isTrue());
    }

    @Test
    void proxies_ofTargetClass_extendIt() {
        inContext(
                TargetClasses.class,
                context -> assertThat(AopUtils.isCglibProxy(context.getBean(Charging.class)))
                        .isTrue());
    }

    @Test
    void properties_ofTheUser_count() {
        inContext(
                WithSettings.class,
                context -> assertThat(context.getBean(Settings.class).application())
                        .isEqualTo("shop"));
    }

    @Test
    void proxyAroundGuardedProxy_isGuardedOnce() {
        inContext(TwoProxies.class, context -> {
            Payments payments = context.getBean("outer", Payments.class);
            assertThat(payments.charge("a")).isEqualTo("a #1");
            assertThat(payments.charge("a")).isEqualTo("a #1");
        });
    }

    private static void inContext(Class<?> configuration, Consumer<ConfigurableApplicationContext> test) {
        try (var context = new AnnotationConfigApplicationContext(configuration)) {
            test.accept(context);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableIdempotentCalls
    static class Defaults {

        @Bean
        Payments payments() {
            return new Payments();
        }

        @Bean
        Charging charging() {
            return new BankCharging();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableIdempotentCalls(proxyTargetClass = true)
    static class TargetClasses {

        @Bean
        Charging charging() {
            return new BankCharging();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableIdempotentCalls
    static class WithSettings {

        @Bean
        IdempotencyProperties settings() {
            return IdempotencyProperties.defaults().withStore("local").withApplication("shop");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableIdempotentCalls(proxyTargetClass = true)
    static class TwoProxies {

        @Bean
        Payments inner() {
            return new Payments();
        }

        @Bean
        ProxyFactoryBean outer(Payments inner) {
            ProxyFactoryBean factory = new ProxyFactoryBean();
            factory.setTarget(inner);
            factory.setProxyTargetClass(true);
            return factory;
        }
    }
}
