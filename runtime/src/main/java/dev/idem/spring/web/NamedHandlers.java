package dev.idem.spring.web;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.ControllerAdviceBean;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

/**
 * The exception handlers of the application that name an exception of this library, or all of them: whoever writes one
 * wants to answer it. One for all exceptions there are does not name any.
 */
final class NamedHandlers {

    private final Supplier<List<ControllerAdviceBean>> advices;
    private final Map<Class<?>, ExceptionHandlerMethodResolver> resolvers = new ConcurrentHashMap<>();

    NamedHandlers(ApplicationContext context) {
        this.advices = SingletonSupplier.of(() -> ControllerAdviceBean.findAnnotatedBeans(context))::obtain;
    }

    /** Whether such a handler applies to this exception from this controller. */
    boolean name(Class<?> controller, Class<? extends Throwable> failure) {
        return names(ClassUtils.getUserClass(controller), failure)
                || advices.get().stream()
                        .filter(advice -> advice.isApplicableToBeanType(controller))
                        .anyMatch(advice -> names(advice.getBeanType(), failure));
    }

    private boolean names(@Nullable Class<?> type, Class<? extends Throwable> failure) {
        if (type == null) {
            return false;
        }
        ExceptionHandlerMethodResolver handlers = resolvers.computeIfAbsent(type, ExceptionHandlerMethodResolver::new);
        Method handler = handlers.resolveMethodByExceptionType(failure);
        return handler != null && !handler.equals(handlers.resolveMethodByExceptionType(RuntimeException.class));
    }
}
