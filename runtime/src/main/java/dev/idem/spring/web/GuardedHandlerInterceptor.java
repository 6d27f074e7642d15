package dev.idem.spring.web;

import dev.idem.key.IdempotencyKeyHeader;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Optional;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What goes before a guarded method of Spring MVC: its key is checked and echoed, before the body is read. When the answer
 * of a method comes later, this is where it comes by.
 */
final class GuardedHandlerInterceptor implements HandlerInterceptor {

    private final GuardedHandlers handlers;
    private final WebProperties properties;

    GuardedHandlerInterceptor(GuardedHandlers handlers, WebProperties properties) {
        this.handlers = handlers;
        this.properties = properties;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            handlers.find(method).ifPresent(guarded -> before(guarded, request, response));
        }
        return true;
    }

    private void before(GuardedHandler guarded, HttpServletRequest request, HttpServletResponse response) {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            ServletExchanges.of(request)
                    .filter(exchange -> isReplay(exchange, request))
                    .ifPresent(exchange -> ServletExchanges.mark(response, properties));
            return;
        }
        Optional<IdempotencyKeyHeader> key =
                guarded.keyIn(Collections.list(request.getHeaders(properties.keyHeader())));
        key.ifPresent(given -> response.setHeader(properties.keyHeader(), given.toString()));
        ServletExchanges.begin(request, new Exchange(guarded.operation()));
    }

    private static boolean isReplay(Exchange exchange, HttpServletRequest request) {
        Object result = WebAsyncUtils.getAsyncManager(request).getConcurrentResult();
        return result instanceof Throwable failure ? exchange.isReplay(failure) : exchange.isReplay();
    }
}
