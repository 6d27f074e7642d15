package dev.idem.spring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.DispatchExceptionHandler;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What goes around the methods of WebFlux's controllers: the key of a guarded one is checked and echoed before the body is
 * read, a replay is marked, and refusals are answered, unless a handler of the application names the exception.
 */
final class GuardedHandlerAdapter implements HandlerAdapter, Ordered {

    private final Supplier<? extends HandlerAdapter> methods;
    private final GuardedHandlers handlers;
    private final Problems problems;
    private final String keyHeader;
    private final MethodParameter result = Problems.asResult();

    /**
     * An adapter in front of Spring's own.
     *
     * @param methods calls the methods
     */
    GuardedHandlerAdapter(
            Supplier<? extends HandlerAdapter> methods, GuardedHandlers handlers, Problems problems, String keyHeader) {
        this.methods = methods;
        this.handlers = handlers;
        this.problems = problems;
        this.keyHeader = keyHeader;
    }

    @Override
    public int getOrder() {
        return -1;
    }

    @Override
    public boolean supports(Object handler) {
        return handler instanceof HandlerMethod && methods.get().supports(handler);
    }

    @Override
    public Mono<HandlerResult> handle(ServerWebExchange request, Object handler) {
        HandlerMethod method = (HandlerMethod) handler;
        return Mono.defer(() -> handle(request, method))
                .map(returned -> withProblems(returned, method))
                .onErrorResume(failure -> answer(request, method, failure));
    }

    private Mono<HandlerResult> handle(ServerWebExchange request, HandlerMethod method) {
        Optional<GuardedHandler> guarded = handlers.find(method);
        guarded.flatMap(handler -> handler.keyIn(valuesOf(request)))
                .ifPresent(key -> request.getResponse().getHeaders().set(keyHeader, key.toString()));
        Mono<HandlerResult> returned = methods.get().handle(request, method);
        return guarded.map(handler -> new Exchange(handler.operation()))
                .map(exchange -> returned.map(value -> within(exchange, request, value)))
                .orElse(returned);
    }

    /** Of the ways to ask for one header, none is the same in Spring Framework 6 and 7. */
    private List<String> valuesOf(ServerWebExchange request) {
        List<String> values = new ArrayList<>();
        request.getRequest().getHeaders().forEach((name, found) -> {
            if (name.equalsIgnoreCase(keyHeader)) {
                values.addAll(found);
            }
        });
        return values;
    }

    /** The same answer, subscribed to on behalf of this request. */
    private static HandlerResult within(Exchange exchange, ServerWebExchange request, HandlerResult returned) {
        Object value = returned.getReturnValue();
        Object placed;
        if (value instanceof Mono<?> mono) {
            placed = mono.contextWrite(context -> ReactiveExchanges.within(
                    context, exchange, request.getResponse().getHeaders()));
        } else if (value instanceof Flux<?> flux) {
            placed = flux.contextWrite(context -> ReactiveExchanges.within(
                    context, exchange, request.getResponse().getHeaders()));
        } else {
            return returned;
        }
        HandlerResult same = new HandlerResult(
                returned.getHandler(), placed, returned.getReturnTypeSource(), returned.getBindingContext());
        DispatchExceptionHandler failures = returned.getExceptionHandler();
        return failures == null ? same : same.setExceptionHandler(failures);
    }

    private HandlerResult withProblems(HandlerResult returned, HandlerMethod method) {
        DispatchExceptionHandler others = returned.getExceptionHandler();
        return returned.setExceptionHandler((request, failure) -> answer(request, method, failure)
                .onErrorResume(same -> others == null ? Mono.error(same) : others.handleError(request, same)));
    }

    private Mono<HandlerResult> answer(ServerWebExchange request, HandlerMethod method, Throwable failure) {
        return Mono.justOrEmpty(problems.answer(method.getBeanType(), failure, localeOf(request)))
                .map(answer -> {
                    forget(request);
                    return new HandlerResult(method, answer, result);
                })
                .switchIfEmpty(Mono.error(failure));
    }

    /** What was decided for a result that did not come: its media type is not that of the problem. */
    private static void forget(ServerWebExchange request) {
        request.getAttributes().remove(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE);
        if (!request.getResponse().isCommitted()) {
            request.getResponse().getHeaders().clearContentHeaders();
        }
    }

    private static Locale localeOf(ServerWebExchange request) {
        Locale locale = request.getLocaleContext().getLocale();
        return locale == null ? Locale.getDefault() : locale;
    }
}
