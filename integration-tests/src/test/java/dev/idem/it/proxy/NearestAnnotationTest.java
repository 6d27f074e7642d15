package dev.idem.it.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.IdempotentCall;
import dev.idem.intercept.MissingGeneratedClassException;
import dev.idem.it.Application;
import dev.idem.it.Desk;
import dev.idem.it.InheritingDesk;
import dev.idem.it.MarketQuotes;
import dev.idem.it.OverridingDesk;
import dev.idem.it.Quotes;
import dev.idem.it.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;

/** Which annotation decides, on code that the processor has generated. */
final class NearestAnnotationTest {

    @Test
    void inheritedMethod_isGuarded() {
        try (Application application =
                Application.with().having(InheritingDesk.class).start()) {
            Desk desk = application.bean(Desk.class);
            assertThat(desk.file("a")).isEqualTo("a #1");
            assertThat(desk.file("a")).isEqualTo("a #1");
        }
    }

    @Test
    void overriddenMethod_isGuardedByTheAnnotationAbove() {
        try (Application application =
                Application.with().having(OverridingDesk.class).start()) {
            Desk desk = application.bean(Desk.class);
            assertThat(desk.file("a")).isEqualTo("over a #1");
            assertThat(desk.file("a")).isEqualTo("over a #1");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void interfaceMethod_isGuarded(boolean proxyTargetClass) {
        String property = "spring.aop.proxy-target-class=" + proxyTargetClass;
        try (Application application =
                Application.with(property).having(MarketQuotes.class).start()) {
            Quotes quotes = application.bean(Quotes.class);
            assertThat(quotes.quote("a")).isEqualTo("a #1");
            assertThat(quotes.quote("a")).isEqualTo("a #1");
        }
    }

    @Test
    void scopedProxy_isGuardedOnce() {
        try (Application application =
                Application.with().configuredBy(ScopedDesk.class).start()) {
            Desk desk = application.bean(Desk.class);
            assertThat(desk.file("a")).isEqualTo("a #1");
            assertThat(desk.file("a")).isEqualTo("a #1");
            assertThat(application.store().claims()).isEqualTo(2);
        }
    }

    @Test
    void missingGeneratedClass_stopsTheStartUp() {
        class NeverSeenByAnyProcessor {

            @IdempotentCall
            @SuppressWarnings("UnusedMethod") // Nobody gets so far as to call it.
            String charge(String order) {
                return order;
            }
        }
        try (Application application =
                Application.with().having(NeverSeenByAnyProcessor.class, NeverSeenByAnyProcessor::new)) {
            assertThatThrownBy(application::start)
                    .hasRootCauseInstanceOf(ClassNotFoundException.class)
                    .hasStackTraceContaining(MissingGeneratedClassException.class.getName());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ScopedDesk {

        @Bean
        @Scope(scopeName = "prototype", proxyMode = ScopedProxyMode.TARGET_CLASS)
        Desk desk(Work work) {
            return new Desk(work);
        }
    }
}
