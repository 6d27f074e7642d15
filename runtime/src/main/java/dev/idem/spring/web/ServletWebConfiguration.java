package dev.idem.spring.web;

import dev.idem.intercept.OperationSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Guarded controllers of Spring MVC. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
final class ServletWebConfiguration {

    @Bean
    static ServletExchanges idempotencyServletExchanges(WebProperties properties) {
        return new ServletExchanges(properties);
    }

    @Bean
    ServletProblemResolver idempotencyProblemResolver(
            Problems problems, ObjectProvider<RequestMappingHandlerAdapter> adapters) {
        return new ServletProblemResolver(
                problems, () -> adapters.stream().findFirst().orElseThrow().getMessageConverters());
    }

    /** After the interceptors of the application, which may refuse the request for reasons of their own. */
    @Bean
    WebMvcConfigurer idempotencyWebMvcConfigurer(OperationSource operations, WebProperties properties) {
        GuardedHandlerInterceptor interceptor =
                new GuardedHandlerInterceptor(new GuardedHandlers(operations, properties.keyHeader()), properties);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(interceptor).order(Ordered.LOWEST_PRECEDENCE);
            }
        };
    }
}
