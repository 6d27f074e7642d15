package dev.idem.spring.web;

import dev.idem.engine.Invocation;
import dev.idem.engine.Operation;
import dev.idem.engine.ReturnShape;
import dev.idem.intercept.AroundCall;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Marks replays in the responses of a servlet container, as soon as they are known and before anything is written. */
final class ServletExchanges implements AroundCall {

    private static final String ATTRIBUTE = Exchange.class.getName();

    private final WebProperties properties;

    ServletExchanges(WebProperties properties) {
        this.properties = properties;
    }

    static void begin(ServletRequest request, Exchange exchange) {
        request.setAttribute(ATTRIBUTE, exchange);
    }

    /** What a request has begun. */
    static Optional<Exchange> of(ServletRequest request) {
        return Optional.ofNullable((Exchange) request.getAttribute(ATTRIBUTE));
    }

    static void mark(HttpServletResponse response, WebProperties properties) {
        if (StringUtils.hasText(properties.replayedHeader())) {
            response.setHeader(properties.replayedHeader(), "true");
        }
    }

    @Override
    public @Nullable Object around(Operation operation, Invocation method, Passage engine) throws Throwable {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current)) {
            return engine.answer(method);
        }
        WatchedMethod watched = new WatchedMethod(method);
        Optional<Exchange> exchange = of(current.getRequest()).filter(begun -> begun.takes(operation, watched));
        return exchange.isPresent()
                ? answer(exchange.get(), current.getResponse(), operation, () -> engine.answer(watched))
                : engine.answer(method);
    }

    /** What the answer of another shape is, is known when it comes. */
    private @Nullable Object answer(
            Exchange exchange, @Nullable HttpServletResponse response, Operation operation, Invocation call)
            throws Throwable {
        if (response == null || !operation.shape().equals(ReturnShape.VALUE)) {
            return call.proceed();
        }
        Object result;
        try {
            result = call.proceed();
        } catch (Throwable failure) {
            if (exchange.isReplay(failure)) {
                mark(response, properties);
            }
            throw failure;
        }
        if (exchange.isReplay()) {
            mark(response, properties);
        }
        return result;
    }
}
