package dev.idem.spring.web;

import dev.idem.intercept.OperationSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;

/** Guarded controllers of WebFlux. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(DispatcherHandler.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
final class ReactiveWebConfiguration {

    @Bean
    static ReactiveExchanges idempotencyReactiveExchanges(WebProperties properties) {
        return new ReactiveExchanges(properties);
    }

    @Bean
    GuardedHandlerAdapter idempotencyHandlerAdapter(
            ObjectProvider<RequestMappingHandlerAdapter> methods,
            OperationSource operations,
            Problems problems,
            WebProperties properties) {
        return new GuardedHandlerAdapter(
                SingletonSupplier.of(() -> methods.stream().findFirst().orElseThrow())::obtain,
                new GuardedHandlers(operations, properties.keyHeader()),
                problems,
                properties.keyHeader());
    }
}
